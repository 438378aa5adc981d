package io.fluxj.kustomization.watch;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.kustomization.dependency.DependencyWaits;
import io.fluxj.kustomization.dependency.ObjectName;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.util.Objects;
import java.util.Set;

/** Wakes Kustomizations when the status of one that they wait for changes. */
final class DependencyWatch extends AbstractEventSource<Kustomization, Kustomization> {

    private final DependencyWaits waits;

    DependencyWatch(DependencyWaits waits) {
        super(Kustomization.class, "dependencies");
        this.waits = waits;
    }

    /** Sees every update of a Kustomization. */
    void updated(Kustomization after, Kustomization before) {
        if (isRunning() && mattersToOthers(after.getStatus(), before.getStatus())) {
            waits.waitingFor(ObjectName.of(after)).forEach(this::wake);
        }
    }

    private static boolean mattersToOthers(KustomizationStatus after, KustomizationStatus before) {
        return after != null
                && (before == null
                        || !Objects.equals(after.lastAppliedRevision(), before.lastAppliedRevision())
                        || !Objects.equals(after.observedGeneration(), before.observedGeneration())
                        || !Objects.equals(after.conditions(), before.conditions()));
    }

    private void wake(ObjectName dependent) {
        getEventHandler().handleEvent(new Event(new ResourceID(dependent.name(), dependent.namespace())));
    }

    @Override
    public Set<Kustomization> getSecondaryResources(Kustomization primary) {
        return Set.of();
    }
}
