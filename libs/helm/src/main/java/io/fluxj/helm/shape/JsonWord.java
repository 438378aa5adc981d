package io.fluxj.helm.shape;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code encoding/json} calls values in its messages. */
public final class JsonWord {
    private JsonWord() {}

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "string";
            case Boolean flag -> "bool";
            case Map<?, ?> map -> "object";
            case List<?> list -> "array";
            default -> "number";
        };
    }
}
