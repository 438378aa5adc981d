package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.runtime.events.EventRecorder;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.secret.Scrubber;
import java.util.HashMap;
import java.util.Map;

/** The events of one pass, with the metadata that all of them have and without its secrets. */
final class PassEvents {
    private final HasMetadata object;
    private final EventRecorder recorder;
    private final Scrubber scrubber;
    private final Map<String, String> metadata = new HashMap<>();

    PassEvents(HasMetadata object, EventRecorder recorder, Scrubber scrubber) {
        this.object = object;
        this.recorder = recorder;
        this.scrubber = scrubber;
    }

    void annotate(Map<String, String> more) {
        metadata.putAll(more);
    }

    void emit(Severity severity, Reason reason, String message, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(metadata);
        all.putAll(own);
        recorder.record(object, severity, reason.text(), scrubber.scrub(message), all);
    }

    Scrubber scrubber() {
        return scrubber;
    }
}
