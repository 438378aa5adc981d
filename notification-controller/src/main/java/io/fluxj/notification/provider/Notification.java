package io.fluxj.notification.provider;

import io.fluxj.notification.event.Event;
import io.fluxj.notification.event.Involved;
import java.util.Locale;
import java.util.SortedMap;

/**
 * An event on its way to a service.
 *
 * @param event with the metadata that the service is told
 * @param alert that asked for it
 * @param key tells it from other events, see {@link io.fluxj.notification.event.EventKey}
 */
public record Notification(Event event, ObjectName alert, String key) {
    /** Whether it tells of a failure. */
    public boolean isError() {
        return event.isError();
    }

    /** Whether it tells that something is under way. */
    public boolean isProgress() {
        return event.reason().equals("Progressing");
    }

    /** The message. */
    public String message() {
        return event.message();
    }

    /** What the service is told besides the message, by key. */
    public SortedMap<String, String> metadata() {
        return event.metadata();
    }

    /** The object that it is about. */
    public Involved object() {
        return event.involved();
    }

    /** {@code kind/name.namespace}, as most services show the object. */
    public String title() {
        return kindInSmallLetters() + "/" + object().name() + "." + object().namespace();
    }

    /** The kind in small letters. */
    public String kindInSmallLetters() {
        return object().kind().toLowerCase(Locale.ROOT);
    }

    /** The controller that says it. */
    public String controller() {
        return event.reporter().controller();
    }
}
