package io.fluxj.runtime.reconcile;

import io.fluxj.runtime.events.Severity;
import java.util.Map;

/**
 * An event that the frame emits once the status is written.
 *
 * @param reason the event's reason
 * @param metadata keys in full, for example {@code kustomize.toolkit.fluxcd.io/revision}
 */
public record Announcement(Severity severity, Reason reason, String message, Map<String, String> metadata) {
    public Announcement {
        metadata = Map.copyOf(metadata);
    }
}
