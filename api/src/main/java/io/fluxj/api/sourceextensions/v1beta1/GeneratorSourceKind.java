package io.fluxj.api.sourceextensions.v1beta1;

import io.fluxj.api.meta.Choice;

/** Kinds that files can be taken from. */
public enum GeneratorSourceKind implements Choice.Named {
    /** A bucket of an object store. */
    BUCKET("Bucket"),
    /** A Git repository. */
    GIT_REPOSITORY("GitRepository"),
    /** An artifact in an OCI registry. */
    OCI_REPOSITORY("OCIRepository"),
    /** A packed chart. */
    HELM_CHART("HelmChart"),
    /** An artifact that another controller made. */
    EXTERNAL_ARTIFACT("ExternalArtifact");

    private final String text;

    GeneratorSourceKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
