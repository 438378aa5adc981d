package io.fluxj.runtime.dependency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;

/** Finds dependencies that lead back to where they began, so that none of them can ever become ready. */
final class DependencyCycle {

    private DependencyCycle() {}

    /**
     * The shortest way from {@code start} back to it, with {@code start} first and last; empty when there is none.
     *
     * @param dependencies what one depends on
     */
    static <T> List<T> through(T start, Function<T, List<T>> dependencies) {
        Map<T, T> reachedFrom = new HashMap<>();
        Queue<T> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            T at = open.remove();
            for (T next : dependencies.apply(at)) {
                if (next.equals(start)) {
                    return way(start, at, reachedFrom);
                }
                if (reachedFrom.putIfAbsent(next, at) == null) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static <T> List<T> way(T start, T last, Map<T, T> reachedFrom) {
        Deque<T> way = new ArrayDeque<>(List.of(start));
        for (T at = last; !at.equals(start); at = reachedFrom.getOrDefault(at, start)) {
            way.addFirst(at);
        }
        way.addFirst(start);
        return List.copyOf(way);
    }
}
