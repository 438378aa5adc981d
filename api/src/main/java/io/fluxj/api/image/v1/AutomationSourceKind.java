package io.fluxj.api.image.v1;

import io.fluxj.api.meta.Choice;

/** Kinds of sources that can be changed. */
public enum AutomationSourceKind implements Choice.Named {
    /** A Git repository. */
    GIT_REPOSITORY("GitRepository");

    private final String text;

    AutomationSourceKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
