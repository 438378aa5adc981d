package io.fluxj.notification.event;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a controller says that happened. Source: conditions-events §10.
 *
 * @param severity {@code info} or {@code error}; others are passed on as they are
 * @param time when it happened; empty when the sender did not say
 * @param metadata by key; on its way in with prefixes, on its way out without
 */
public record Event(
        Involved involved,
        String severity,
        Optional<Instant> time,
        String message,
        String reason,
        SortedMap<String, String> metadata,
        Reporter reporter) {
    /** Keys with this prefix come from annotations of the object. */
    public static final String GROUP = "event.toolkit.fluxcd.io";

    public Event {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    /** The same event with other metadata. */
    public Event with(SortedMap<String, String> other) {
        return new Event(involved, severity, time, message, reason, other, reporter);
    }

    /** The same event with another message. */
    public Event withMessage(String other) {
        return new Event(involved, severity, time, other, reason, metadata, reporter);
    }

    /** Whether it tells of a failure. */
    public boolean isError() {
        return severity.equals("error");
    }

    /** Metadata under the prefix of the object's own group; empty when there is none. */
    public Optional<String> ofObject(String key) {
        return Optional.ofNullable(metadata.get(involved.group() + "/" + key));
    }

    /** Metadata that the object's annotations bring; empty when there is none. */
    public Optional<String> ofAnnotation(String key) {
        return Optional.ofNullable(metadata.get(GROUP + "/" + key));
    }

    /** Whether it only renews the status of a commit, as the Kustomizations' success on every pass does. */
    public boolean isCommitStatusUpdate() {
        return ofObject("commit_status").filter("update"::equals).isPresent();
    }

    /** Without what is only there to tell events apart. */
    public Event withoutToken() {
        SortedMap<String, String> kept = new TreeMap<>(metadata);
        kept.remove(involved.group() + "/token");
        return with(kept);
    }
}
