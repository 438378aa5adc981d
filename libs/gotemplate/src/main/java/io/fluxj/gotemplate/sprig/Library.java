package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.Functions;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects functions by their names. */
final class Library {
    private final Map<String, GoFunction> functions = new HashMap<>();

    /** A function with the types of its parameters. */
    void add(String name, GoType result, GoFunction.Body body, GoType... parameters) {
        functions.put(name, GoFunction.of(new Signature(List.of(parameters), false, result), body));
    }

    /** A function whose last parameter takes any number of values. */
    void variadic(String name, GoType result, GoFunction.Body body, GoType... parameters) {
        functions.put(name, GoFunction.of(new Signature(List.of(parameters), true, result), body));
    }

    /** The same function under another name. */
    void alias(String name, String original) {
        functions.put(name, java.util.Objects.requireNonNull(functions.get(original)));
    }

    Functions functions() {
        return Functions.of(functions);
    }
}
