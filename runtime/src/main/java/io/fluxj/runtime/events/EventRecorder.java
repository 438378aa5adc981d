package io.fluxj.runtime.events;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;

/** Tells people and the notification controller what happened. Never fails and never blocks its caller for long. */
public interface EventRecorder {
    /**
     * Records an event.
     *
     * @param involved the object that the event is about
     * @param metadata keys in full, for example {@code source.toolkit.fluxcd.io/revision}; annotations {@code event.toolkit.fluxcd.io/…} of the
     *     object are added
     */
    void record(HasMetadata involved, Severity severity, String reason, String message, Map<String, String> metadata);

    /** A recorder that drops everything. */
    static EventRecorder none() {
        return (involved, severity, reason, message, metadata) -> {};
    }
}
