package io.fluxj.automation.message;

import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A struct of Go.
 *
 * @param fields in the order of their declaration
 * @param methods without parameters, and fields of embedded structs, by name
 * @param printed its text, where it has one of its own
 */
record GoStruct(GoType type, List<Field> fields, Map<String, Method> methods, Optional<String> printed)
        implements GoObject {
    /** What a method answers. */
    record Method(GoType result, @Nullable Object value) {}

    static GoStruct of(GoType type, Field... fields) {
        return new GoStruct(type, List.of(fields), Map.of(), Optional.empty());
    }

    @Override
    public Optional<GoFunction> method(String name) {
        return Optional.ofNullable(methods.get(name))
                .map(method -> GoFunction.of(
                        new GoFunction.Signature(List.of(), false, method.result()), (run, args) -> method.value()));
    }

    @Override
    public Optional<String> text() {
        return printed;
    }
}
