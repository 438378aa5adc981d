package io.fluxj.api.notification.v1beta3;

import io.fluxj.api.meta.Choice;

/** How events are sent as CloudEvents. */
public enum CloudEventsMode implements Choice.Named {
    /** Attributes and event in one JSON document. */
    STRUCTURED("structured"),
    /** Attributes in headers, the event in the body. */
    BINARY("binary");

    private final String text;

    CloudEventsMode(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
