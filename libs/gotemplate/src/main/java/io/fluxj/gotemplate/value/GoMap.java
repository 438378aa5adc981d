package io.fluxj.gotemplate.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map of any type but {@code map[string]interface {}}, which a plain {@link Map} stands for unless it is nil.
 *
 * @param nil whether it is a nil map: empty, but JSON prints null
 */
public record GoMap(GoType type, Map<?, ? extends @Nullable Object> entries, boolean nil) {

    public static GoMap of(GoType type, Map<?, ? extends @Nullable Object> entries) {
        return new GoMap(type, entries, false);
    }

    public static GoMap nil(GoType type) {
        return new GoMap(type, Map.of(), true);
    }
}
