package io.fluxj.notification.alert;

import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.AlertSpec;
import io.fluxj.notification.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What providers are told besides the message: four sources, of which each wins over those before it. Source: conditions-events §10. */
public final class EventMetadata {
    private static final String CONFLICT =
            "metadata key conflicts detected (please refer to the Alert API docs and Flux RFC 0008 for more information)";

    private final SortedMap<String, String> merged = new TreeMap<>();
    private final SortedMap<String, List<String>> sources = new TreeMap<>();

    private EventMetadata() {}

    /** The event with the metadata that its providers are told; doubled keys are complained about. */
    public static Event combined(Event event, Alert alert, Complaints complaints) {
        AlertSpec spec = alert.getSpec();
        EventMetadata all = new EventMetadata();
        all.addPrefixed(event, Event.GROUP + "/", "involved object annotations");
        spec.eventMetadata().forEach((key, value) -> all.add(key, value, "Alert object .spec.eventMetadata"));
        if (spec.summary() != null && !spec.summary().isEmpty()) {
            all.add("summary", spec.summary(), "Alert object .spec.summary");
        }
        all.addPrefixed(event, event.involved().group() + "/", "involved object controller metadata");
        all.complain(alert, complaints);
        return event.with(all.merged);
    }

    private void addPrefixed(Event event, String prefix, String source) {
        event.metadata().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                add(key.substring(prefix.length()), value, source);
            }
        });
    }

    private void add(String key, String value, String source) {
        merged.put(key, value);
        sources.computeIfAbsent(key, first -> new ArrayList<>()).add(source);
    }

    private void complain(Alert alert, Complaints complaints) {
        Map<String, String> conflicts = new TreeMap<>();
        sources.forEach((key, from) -> {
            if (from.size() > 1) {
                conflicts.put(key, String.join(", ", from));
            }
        });
        if (!conflicts.isEmpty()) {
            complaints.about(alert, "MetadataAppendFailed", CONFLICT, conflicts);
        }
    }
}
