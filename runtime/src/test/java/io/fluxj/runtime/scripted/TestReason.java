package io.fluxj.runtime.scripted;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons that the scripts use. */
public enum TestReason implements Reason {
    STORED("Succeeded"),
    GIT_OPERATION_FAILED("GitOperationFailed"),
    URL_INVALID("URLInvalid"),
    NEW_ARTIFACT("NewArtifact");

    private final String text;

    TestReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
