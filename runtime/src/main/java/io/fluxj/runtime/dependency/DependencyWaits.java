package io.fluxj.runtime.dependency;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits for whom. Whoever waits says so before it looks, so that no change in between is missed. */
public final class DependencyWaits {

    private final Map<ObjectName, Set<Dependency>> waiting = new ConcurrentHashMap<>();

    /** {@code dependent} wants to be woken by changes of any of the others. */
    void begin(ObjectName dependent, List<Dependency> dependencies) {
        waiting.put(dependent, Set.copyOf(dependencies));
    }

    /**
     * {@code dependent} waits no more.
     *
     * @return whether it did
     */
    boolean end(ObjectName dependent) {
        return waiting.remove(dependent) != null;
    }

    /**
     * Who waited for {@code changed}; they wait no more, so that one wait is ended once.
     *
     * @param becameReady whether it became ready; whoever has an expression to judge it by wants to hear of any change
     */
    List<ObjectName> endWaitsFor(ObjectName changed, boolean becameReady) {
        return waiting.entrySet().stream()
                .filter(wait -> wait.getValue().stream()
                        .anyMatch(dependency -> dependency.foreign().isEmpty()
                                && dependency.name().equals(changed)
                                && (becameReady || dependency.hasExpression())))
                .filter(wait -> waiting.remove(wait.getKey(), wait.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
