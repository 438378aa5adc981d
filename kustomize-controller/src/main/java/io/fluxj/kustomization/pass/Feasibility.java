package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Stalled;
import java.util.Optional;

/**
 * Looks whether a spec can be done as it says. What is refused when it would be applied is refused when it would be deleted:
 * half of what a spec says may be something else than it says.
 */
final class Feasibility {

    private final GatedFields gated;

    Feasibility(GatedFields gated) {
        this.gated = gated;
    }

    private Optional<Refusal> refusal(KustomizationSpec spec) {
        return InvalidFields.of(spec).or(() -> gated.of(spec));
    }

    void beforeApplying(KustomizationSpec spec) throws Stalled {
        Optional<Refusal> refusal = refusal(spec);
        if (refusal.isPresent()) {
            throw Stalled.of(refusal.get().reason(), refusal.get().ofApplying());
        }
    }

    /** To be asked when there is something to delete. The frame leaves the conditions of an object that is being deleted alone. */
    void beforeDeleting(Pass<Kustomization, KustomizationStatus> pass) throws Stalled {
        Optional<Refusal> refusal = refusal(pass.object().getSpec());
        if (refusal.isPresent()) {
            throw refused(pass, refusal.get());
        }
    }

    /** Told once, not each time the frame looks again. */
    private static Stalled refused(Pass<Kustomization, KustomizationStatus> pass, Refusal refusal) {
        String message = refusal.ofDeleting();
        boolean told = pass.conditions()
                .get(ConditionType.STALLED)
                .filter(mark -> mark.message().equals(message))
                .isPresent();
        pass.conditions().clear(ConditionType.RECONCILING);
        pass.conditions().markTrue(ConditionType.STALLED, refusal.reason(), message);
        pass.conditions().markFalse(ConditionType.READY, refusal.reason(), message);
        Stalled stalled = Stalled.of(refusal.reason(), message);
        return told ? stalled.quietly() : stalled;
    }
}
