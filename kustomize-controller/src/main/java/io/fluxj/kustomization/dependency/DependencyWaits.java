package io.fluxj.kustomization.dependency;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits for whom. Whoever waits says so before it looks, so that no change in between is missed. */
public final class DependencyWaits {

    private final Map<ObjectName, Set<ObjectName>> waiting = new ConcurrentHashMap<>();

    /** {@code dependent} wants to be woken by changes of any of the others. */
    public void begin(ObjectName dependent, List<ObjectName> dependencies) {
        waiting.put(dependent, Set.copyOf(dependencies));
    }

    /** {@code dependent} waits no more. */
    public void end(ObjectName dependent) {
        waiting.remove(dependent);
    }

    /** Who waited for {@code dependency}; they wait no more, so that one wait is ended once. */
    public List<ObjectName> endWaitsFor(ObjectName dependency) {
        return waiting.entrySet().stream()
                .filter(wait -> wait.getValue().contains(dependency))
                .filter(wait -> waiting.remove(wait.getKey(), wait.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
