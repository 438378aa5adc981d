package io.fluxj.api.image.v1;

import io.fluxj.api.meta.Choice;

/** Ways to find what to change. */
public enum UpdateStrategyName implements Choice.Named {
    /** By the comments that mark lines, such as # {"$imagepolicy": "flux-system:app"}. */
    SETTERS("Setters");

    private final String text;

    UpdateStrategyName(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
