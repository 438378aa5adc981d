package io.fluxj.gotemplate.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code reflect.DeepEqual}: same types, same contents; a nil slice or map equals no empty one. */
public final class DeepEquality {
    private static final int DEEPEST = 1_000;

    private final Meter meter;

    private DeepEquality(Meter meter) {
        this.meter = meter;
    }

    public static boolean of(Meter meter, @Nullable Object left, @Nullable Object right) {
        return new DeepEquality(meter).equal(left, right, 0);
    }

    private boolean equal(@Nullable Object left, @Nullable Object right, int depth) {
        meter.spend(1);
        if (depth > DEEPEST) {
            throw new GoError("values nested deeper than " + DEEPEST + " levels cannot be compared");
        }
        if (left == null || right == null) {
            return left == right;
        }
        if (!Values.type(left).equals(Values.type(right)) || Values.isNil(left) != Values.isNil(right)) {
            return false;
        }
        Kind kind = Values.kind(left);
        if (kind == Kind.MAP) {
            return left == right || maps(Values.entries(left), Values.entries(right), depth);
        }
        if (kind.isSequence()) {
            return lists(Values.items(left), Values.items(right), depth);
        }
        if (kind.isFloat()) {
            return Values.floating(left) == Values.floating(right);
        }
        return Objects.equals(left, right);
    }

    private boolean maps(Map<?, ? extends @Nullable Object> left, Map<?, ? extends @Nullable Object> right, int depth) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<?, ? extends @Nullable Object> entry : left.entrySet()) {
            Object other = right.get(entry.getKey());
            if ((other == null && !right.containsKey(entry.getKey())) || !equal(entry.getValue(), other, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean lists(List<? extends @Nullable Object> left, List<? extends @Nullable Object> right, int depth) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i), depth + 1)) {
                return false;
            }
        }
        return true;
    }
}
