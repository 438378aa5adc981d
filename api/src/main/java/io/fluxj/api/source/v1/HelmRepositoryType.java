package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Choice;

/** Kinds of chart repositories. */
public enum HelmRepositoryType implements Choice.Named {
    /** Served over HTTP with an index.yaml. */
    DEFAULT("default"),
    /** Within an OCI registry. */
    OCI("oci");

    private final String text;

    HelmRepositoryType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
