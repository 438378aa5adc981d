package io.fluxj.api.sourceextensions.v1beta1;

import io.fluxj.api.meta.Choice;

/** Kinds of objects that are made. */
public enum GeneratedKind implements Choice.Named {
    /** An artifact. */
    EXTERNAL_ARTIFACT("ExternalArtifact"),
    /** The namespace of one. */
    NAMESPACE("Namespace");

    private final String text;

    GeneratedKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
