package io.fluxj.runtime.events;

/** How much an event matters. Source: conditions-events §10. */
public enum Severity {
    /** Recorded as a Normal Kubernetes Event, never POSTed. */
    TRACE("trace", "Normal"),
    /** POSTed as info, never recorded in the cluster: nothing happened, which only those want to hear who count on hearing it. */
    ROUTINE("info", "Normal"),
    /** A Normal Kubernetes Event. */
    INFO("info", "Normal"),
    /** A Warning Kubernetes Event, POSTed as info: nothing failed, yet someone should look. */
    WARNING("info", "Warning"),
    /** A Warning Kubernetes Event. */
    ERROR("error", "Warning");

    private final String text;
    private final String eventType;

    Severity(String text, String eventType) {
        this.text = text;
        this.eventType = eventType;
    }

    /** The value in the POSTed payload. */
    public String text() {
        return text;
    }

    /** The type of the Kubernetes Event. */
    public String eventType() {
        return eventType;
    }
}
