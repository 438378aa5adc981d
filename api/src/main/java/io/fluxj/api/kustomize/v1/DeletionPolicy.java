package io.fluxj.api.kustomize.v1;

import io.fluxj.api.meta.Choice;

/** What becomes of the applied objects when their Kustomization is deleted. */
public enum DeletionPolicy implements Choice.Named {
    /** Delete them if spec.prune is true, else leave them. */
    MIRROR_PRUNE("MirrorPrune"),
    /** Delete them. */
    DELETE("Delete"),
    /** Delete them and wait until they are gone. */
    WAIT_FOR_TERMINATION("WaitForTermination"),
    /** Leave them. */
    ORPHAN("Orphan");

    private final String text;

    DeletionPolicy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
