package io.fluxj.api.kustomize.v1;

import io.fluxj.api.meta.Choice;

/** What kustomize notes in annotations of the objects it builds. */
public enum BuildMetadata implements Choice.Named {
    /** The file each object came from. */
    ORIGIN_ANNOTATIONS("originAnnotations"),
    /** The transformers that changed each object. */
    TRANSFORMER_ANNOTATIONS("transformerAnnotations");

    private final String text;

    BuildMetadata(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
