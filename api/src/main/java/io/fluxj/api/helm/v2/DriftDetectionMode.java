package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** What to do about drift. */
public enum DriftDetectionMode implements Choice.Named {
    /** Correct it. */
    ENABLED("enabled"),
    /** Report it by an event. */
    WARN("warn"),
    /** Do not look for it. */
    DISABLED("disabled");

    private final String text;

    DriftDetectionMode(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
