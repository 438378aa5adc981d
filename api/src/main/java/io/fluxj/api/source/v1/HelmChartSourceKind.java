package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Choice;

/** Kinds that charts come from. */
public enum HelmChartSourceKind implements Choice.Named {
    /** A repository of charts. */
    HELM_REPOSITORY("HelmRepository"),
    /** A directory of a Git repository. */
    GIT_REPOSITORY("GitRepository"),
    /** A directory of a bucket. */
    BUCKET("Bucket");

    private final String text;

    HelmChartSourceKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
