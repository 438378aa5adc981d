package io.fluxj.api.notification.v1beta3;

import io.fluxj.api.meta.Choice;

/** Severity of events. */
public enum EventSeverity implements Choice.Named {
    /** All of them. */
    INFO("info"),
    /** Failures only. */
    ERROR("error");

    private final String text;

    EventSeverity(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
