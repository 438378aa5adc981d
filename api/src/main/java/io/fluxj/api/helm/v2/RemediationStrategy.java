package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** How to clean up after a failed upgrade. */
public enum RemediationStrategy implements Choice.Named {
    /** Roll back to the last release that worked. */
    ROLLBACK("rollback"),
    /** Uninstall the release. */
    UNINSTALL("uninstall");

    private final String text;

    RemediationStrategy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
