package io.fluxj.kustomization.pass;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.kustomization.dependency.Dependencies;
import io.fluxj.kustomization.dependency.DependencyWaits;
import io.fluxj.kustomization.dependency.ObjectName;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lets an object go on only when all it depends on is ready; a change there wakes it. */
final class DependencyStep {

    private final Dependencies dependencies;
    private final DependencyWaits waits;
    private final Duration requeueDependency;

    DependencyStep(Dependencies dependencies, DependencyWaits waits, Duration requeueDependency) {
        this.dependencies = dependencies;
        this.waits = waits;
        this.requeueDependency = requeueDependency;
    }

    void requireReady(Work work) throws Waiting {
        ObjectName name = ObjectName.of(work.object());
        List<ObjectName> wanted = ObjectName.dependenciesOf(work.object());
        waits.end(name);
        if (wanted.isEmpty() || unmet(work).isEmpty()) {
            return;
        }
        waits.begin(name, wanted);
        // what changed before the wait began woke nobody
        Optional<String> unmet = unmet(work);
        if (unmet.isEmpty()) {
            waits.end(name);
            return;
        }
        throw waiting(work, unmet.get());
    }

    private Optional<String> unmet(Work work) {
        return dependencies.unmet(work.object(), work.source());
    }

    /** Told once, not each time the net looks again. */
    private Waiting waiting(Work work, String unmet) {
        Waiting waiting = Waiting.on(CommonReason.DEPENDENCY_NOT_READY, unmet, requeueDependency);
        boolean told = work.pass().previousConditions().stream()
                .anyMatch(mark -> mark.type().equals(ConditionType.READY)
                        && mark.message().equals(unmet)
                        && Objects.equals(
                                mark.observedGeneration(),
                                work.object().getMetadata().getGeneration()));
        return told
                ? waiting
                : waiting.announcing(
                        Severity.INFO,
                        "Dependencies do not meet ready condition, retrying in " + GoDuration.of(requeueDependency));
    }

    /** The object is gone. */
    void forget(ObjectName name) {
        waits.end(name);
    }
}
