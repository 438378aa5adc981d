package io.fluxj.notification.alert;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons of Alerts alone. Source: conditions-events §6. */
enum AlertReason implements Reason {
    MIGRATION("Migration");

    private final String text;

    AlertReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
