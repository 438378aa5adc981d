package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.apply.DriftRules;
import io.fluxj.runtime.health.HealthExpressions;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Stalled;

/**
 * Reads the spec before anything is done.
 *
 * @param remarks what is said of it
 * @param check what is refused
 * @param healthExpressions which must make sense even when nothing waits for them
 */
record SpecStep(SpecRemarks remarks, Feasibility check, HealthExpressions healthExpressions) {

    void read(Pass<Kustomization, KustomizationStatus> pass) throws Stalled {
        remarks.make(pass);
        check.beforeApplying(pass.object().getSpec());
        var _ = DriftRules.of("spec.ignore", pass.object().getSpec().ignore());
        var _ = healthExpressions.rules(pass.object().getSpec().healthCheckExprs());
    }

    /** The object is gone. */
    void forget(Kustomization object) {
        remarks.forget(object);
    }
}
