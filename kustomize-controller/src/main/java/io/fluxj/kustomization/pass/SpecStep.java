package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Stalled;

/**
 * Reads the spec before anything is done.
 *
 * @param remarks what is said of it
 * @param check what is refused
 */
record SpecStep(SpecRemarks remarks, Feasibility check) {

    void read(Pass<Kustomization, KustomizationStatus> pass) throws Stalled {
        remarks.make(pass);
        check.beforeApplying(pass.object().getSpec());
    }

    /** The object is gone. */
    void forget(Kustomization object) {
        remarks.forget(object);
    }
}
