package io.fluxj.notification.event;

/** The object that an event is about; any part may be empty. */
public record Involved(
        String kind,
        String namespace,
        String name,
        String uid,
        String apiVersion,
        String resourceVersion,
        String fieldPath) {
    /** Of an event that names no object. */
    static final Involved NONE = new Involved("", "", "", "", "", "", "");

    /** The group of its kind; empty for the core group, and where there is no version. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 || slash != apiVersion.lastIndexOf('/') ? "" : apiVersion.substring(0, slash);
    }

    /** {@code Kind/namespace/name}, as messages name it. */
    public String shown() {
        return kind + "/" + namespace + "/" + name;
    }
}
