package io.fluxj.gotemplate.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that templates call. */
public interface GoFunction {

    Signature signature();

    /**
     * Calls it.
     *
     * @param args of the types that the signature names
     * @throws GoError when it fails
     */
    @Nullable
    Object call(Run run, List<? extends @Nullable Object> args);

    /** A function from its signature and body. */
    static GoFunction of(Signature signature, Body body) {
        return new Plain(signature, body);
    }

    /** What a function does. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object call(Run run, List<? extends @Nullable Object> args);
    }

    /**
     * Types of a function's parameters.
     *
     * @param variadic whether the last parameter takes any number of values of its type
     */
    record Signature(List<GoType> parameters, boolean variadic, GoType result) {
        public Signature {
            parameters = List.copyOf(parameters);
        }

        /** How many arguments come before those of the variadic parameter. */
        public int fixed() {
            return variadic ? parameters.size() - 1 : parameters.size();
        }

        /** Type that the argument at {@code index} must have. */
        public GoType parameter(int index) {
            return parameters.get(Math.min(index, parameters.size() - 1));
        }
    }

    /** Function whose signature and body are values. */
    record Plain(Signature signature, Body body) implements GoFunction {
        @Override
        public @Nullable Object call(Run run, List<? extends @Nullable Object> args) {
            return body.call(run, args);
        }
    }
}
