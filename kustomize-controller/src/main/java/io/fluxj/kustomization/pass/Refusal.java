package io.fluxj.kustomization.pass;

import io.fluxj.runtime.reconcile.Reason;

/**
 * Why nothing is done as long as the spec stays as it is.
 *
 * @param problem what is wrong, with the field's name
 * @param remedy what to do about it; empty when the problem says so itself
 */
record Refusal(Reason reason, String problem, String remedy) {

    /** Told when the object would be applied. */
    String ofApplying() {
        return remedy.isEmpty() ? problem : problem + ": " + remedy;
    }

    /** Told when the object is to be deleted. */
    String ofDeleting() {
        return ofApplying()
                + "; until then nothing that was applied is deleted and the finalizer stays: to leave the applied objects where"
                + " they are and let this one go, set spec.deletionPolicy to Orphan";
    }
}
