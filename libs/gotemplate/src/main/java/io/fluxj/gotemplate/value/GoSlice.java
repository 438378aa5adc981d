package io.fluxj.gotemplate.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slice of any type but {@code []interface {}}, which a plain {@link List} stands for, and {@code []uint8}, which is a
 * {@code byte[]}; those two are slices of this class only when they are nil.
 *
 * @param nil whether it is a nil slice: empty, but JSON prints null
 */
public record GoSlice(GoType type, List<? extends @Nullable Object> items, boolean nil) {

    public static GoSlice of(GoType type, List<? extends @Nullable Object> items) {
        return new GoSlice(type, items, false);
    }

    public static GoSlice nil(GoType type) {
        return new GoSlice(type, List.of(), true);
    }

    public static GoSlice strings(List<String> items) {
        return of(GoType.STRINGS, items);
    }
}
