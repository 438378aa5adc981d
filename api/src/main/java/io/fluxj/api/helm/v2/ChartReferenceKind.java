package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** Kinds that can be a chart. */
public enum ChartReferenceKind implements Choice.Named {
    /** An artifact in an OCI registry that is a chart. */
    OCI_REPOSITORY("OCIRepository"),
    /** A chart. */
    HELM_CHART("HelmChart"),
    /** An artifact that another controller made and that holds a chart. */
    EXTERNAL_ARTIFACT("ExternalArtifact");

    private final String text;

    ChartReferenceKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
