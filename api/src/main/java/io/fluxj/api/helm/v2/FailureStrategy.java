package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** What to do when an action fails. */
public enum FailureStrategy implements Choice.Named {
    /** Uninstall or roll back, and try again as often as remediation says. */
    REMEDIATE_ON_FAILURE("RemediateOnFailure"),
    /** Leave the release as it is, and upgrade again after the retry interval. */
    RETRY_ON_FAILURE("RetryOnFailure");

    private final String text;

    FailureStrategy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
