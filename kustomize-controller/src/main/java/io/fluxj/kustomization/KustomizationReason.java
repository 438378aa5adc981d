package io.fluxj.kustomization;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons that only Kustomizations have; the others are common. */
public enum KustomizationReason implements Reason {
    /** What would be done is shown, and not done. */
    PLANNED("Planned"),
    /** More would be pruned than anybody can have meant, or than may go at once. */
    PRUNE_HELD("PruneHeld"),
    /** The kustomization file has a field that kustomize does not know. */
    FIELD_WITHOUT_EFFECT("FieldWithoutEffect"),
    /** Something encrypted has no MAC, so nobody can tell whether it was changed. */
    MAC_MISSING("MacMissing");

    private final String text;

    KustomizationReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
