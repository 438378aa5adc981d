package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** What becomes of what a deleted object owns. */
public enum DeletionPropagation implements Choice.Named {
    /** It is deleted afterwards. */
    BACKGROUND("background"),
    /** It is deleted before. */
    FOREGROUND("foreground"),
    /** It stays. */
    ORPHAN("orphan");

    private final String text;

    DeletionPropagation(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
