package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** Kinds of objects that are made of a chart's template. */
public enum ChartTemplateKind implements Choice.Named {
    /** A chart out of a HelmRepository, GitRepository or Bucket. */
    HELM_CHART("HelmChart"),
    /** An artifact in an OCI registry that is a chart. */
    OCI_REPOSITORY("OCIRepository");

    private final String text;

    ChartTemplateKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
