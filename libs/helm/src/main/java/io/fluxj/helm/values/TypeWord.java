package io.fluxj.helm.values;

import io.fluxj.gotemplate.value.Values;
import org.jspecify.annotations.Nullable;

/** Go's names of the types of values. */
final class TypeWord {
    private TypeWord() {}

    static String of(@Nullable Object value) {
        return value == null ? "nil" : Values.type(value).name();
    }
}
