package io.fluxj.gotemplate.value;

import java.util.Map;

/**
 * A function that {@code range} calls for its elements: Go's {@code iter.Seq}, or {@code iter.Seq2} when there are two in each step.
 *
 * @param pairs what it gives, one after the other; of the simple kind only the keys count
 */
public record GoIterator(boolean inPairs, Iterable<Map.Entry<Object, Object>> pairs) {

    public GoType type() {
        return GoType.basic(
                Kind.FUNC, inPairs ? "func(func(interface {}, interface {}) bool)" : "func(func(interface {}) bool)");
    }
}
