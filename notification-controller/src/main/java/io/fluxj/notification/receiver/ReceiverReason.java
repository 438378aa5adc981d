package io.fluxj.notification.receiver;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons of Receivers alone. Source: conditions-events §6. */
enum ReceiverReason implements Reason {
    TOKEN_NOT_FOUND("TokenNotFound"),
    VALIDATION_FAILED("ValidationFailed");

    private final String text;

    ReceiverReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
