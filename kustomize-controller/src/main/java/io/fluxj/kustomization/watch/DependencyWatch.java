package io.fluxj.kustomization.watch;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.kustomization.dependency.Dependencies;
import io.fluxj.kustomization.dependency.DependencyWaits;
import io.fluxj.kustomization.dependency.ObjectName;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.util.Objects;
import java.util.Set;

/** Wakes Kustomizations when one that they wait for becomes ready, or applied another revision. */
final class DependencyWatch extends AbstractEventSource<Kustomization, Kustomization> {

    private final DependencyWaits waits;

    DependencyWatch(DependencyWaits waits) {
        super(Kustomization.class, "dependencies");
        this.waits = waits;
    }

    /** Sees every update of a Kustomization. */
    void updated(Kustomization after, Kustomization before) {
        if (isRunning() && Dependencies.isReady(after) && becameReady(after, before)) {
            waits.endWaitsFor(ObjectName.of(after)).forEach(this::wake);
        }
    }

    private static boolean becameReady(Kustomization after, Kustomization before) {
        return !Dependencies.isReady(before)
                || !Objects.equals(
                        after.getStatus().lastAppliedRevision(),
                        before.getStatus().lastAppliedRevision());
    }

    private void wake(ObjectName dependent) {
        getEventHandler().handleEvent(new Event(new ResourceID(dependent.name(), dependent.namespace())));
    }

    @Override
    public Set<Kustomization> getSecondaryResources(Kustomization primary) {
        return Set.of();
    }
}
