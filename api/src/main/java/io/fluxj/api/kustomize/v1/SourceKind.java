package io.fluxj.api.kustomize.v1;

import io.fluxj.api.meta.Choice;

/** Kinds that a Kustomization can build from. */
public enum SourceKind implements Choice.Named {
    /** An artifact in an OCI registry. */
    OCI_REPOSITORY("OCIRepository"),
    /** A Git repository. */
    GIT_REPOSITORY("GitRepository"),
    /** A bucket of an object store. */
    BUCKET("Bucket"),
    /** An artifact that another controller made. */
    EXTERNAL_ARTIFACT("ExternalArtifact");

    private final String text;

    SourceKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
