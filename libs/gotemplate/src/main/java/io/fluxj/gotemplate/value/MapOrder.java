package io.fluxj.gotemplate.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order in which Go visits a map where it keeps one ({@code internal/fmtsort}): nil, numbers by value, texts by bytes, false before true. */
public final class MapOrder {
    private static final Comparator<@Nullable Object> KEYS = MapOrder::compare;

    private MapOrder() {}

    /** The entries of a map in the order of their keys. */
    public static List<Map.Entry<?, ? extends @Nullable Object>> sorted(Map<?, ? extends @Nullable Object> map) {
        List<Map.Entry<?, ? extends @Nullable Object>> entries = new ArrayList<>(map.entrySet());
        entries.sort((a, b) -> KEYS.compare(a.getKey(), b.getKey()));
        return entries;
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String a && right instanceof String b) {
            return GoText.compare(a, b);
        }
        Kind kind = Values.kind(left);
        Kind other = Values.kind(right);
        if (kind != other) {
            return kind.compareTo(other);
        }
        if (kind.isSigned()) {
            return Long.compare(Values.integer(left), Values.integer(right));
        }
        if (kind.isUnsigned()) {
            return Long.compareUnsigned(Values.integer(left), Values.integer(right));
        }
        return switch (kind) {
            case FLOAT32, FLOAT64 -> Double.compare(Values.floating(left), Values.floating(right));
            case STRING -> GoText.compare(Values.string(left), Values.string(right));
            case BOOL -> Boolean.compare(Boolean.TRUE.equals(left), Boolean.TRUE.equals(right));
            default -> 0;
        };
    }
}
