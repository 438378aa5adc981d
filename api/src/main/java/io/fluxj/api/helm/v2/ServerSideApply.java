package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** Whether to apply server-side. */
public enum ServerSideApply implements Choice.Named {
    /** Yes. */
    ENABLED("enabled"),
    /** No. */
    DISABLED("disabled"),
    /** As the release was applied before. */
    AUTO("auto");

    private final String text;

    ServerSideApply(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
