package io.fluxj.api.image.v1;

import io.fluxj.api.meta.Choice;

/** Whether the digest of the chosen tag is looked up. */
public enum DigestReflectionPolicy implements Choice.Named {
    /** At every interval, for tags that move. */
    ALWAYS("Always"),
    /** Once, when the tag is chosen. */
    IF_NOT_PRESENT("IfNotPresent"),
    /** No. */
    NEVER("Never");

    private final String text;

    DigestReflectionPolicy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
