package io.fluxj.notification.alert;

import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.AlertSpec;
import io.fluxj.api.notification.v1beta3.EventSeverity;
import io.fluxj.api.notification.v1beta3.EventSource;
import io.fluxj.notification.event.Event;
import io.fluxj.notification.event.Involved;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which Alerts an event is for. Source: behaviour §4.1. */
public final class AlertMatcher {
    private static final String ANY = "*";

    private final LiveLabels labels;
    private final MessageFilter messages;
    private final Complaints complaints;

    /** A matcher. */
    public AlertMatcher(LiveLabels labels, Complaints complaints) {
        this.labels = labels;
        this.messages = new MessageFilter(complaints);
        this.complaints = complaints;
    }

    /** The Alerts that an event is for, in the order given. */
    public List<Alert> matching(Collection<Alert> alerts, Event event) {
        return alerts.stream().filter(alert -> matches(alert, event)).toList();
    }

    private boolean matches(Alert alert, Event event) {
        AlertSpec spec = alert.getSpec();
        return spec != null
                && !Boolean.TRUE.equals(spec.suspend())
                && ofSources(alert, spec, event)
                && messages.allows(alert, spec, event.message());
    }

    private boolean ofSources(Alert alert, AlertSpec spec, Event event) {
        return hasSeverity(spec, event)
                && spec.eventSources().stream().anyMatch(source -> isOf(alert, source, event.involved()));
    }

    private static boolean hasSeverity(AlertSpec spec, Event event) {
        String wanted = spec.eventSeverity() == null
                ? EventSeverity.INFO.text()
                : spec.eventSeverity().text();
        return wanted.equals(EventSeverity.INFO.text()) || wanted.equals(event.severity());
    }

    private boolean isOf(Alert alert, EventSource source, Involved involved) {
        String namespace = namespace(alert, source);
        return involved.namespace().equals(namespace)
                && involved.kind().equals(source.kind().text())
                && (source.name().equals(ANY) || source.name().equals(involved.name()))
                && hasLabels(alert, source, involved);
    }

    private static String namespace(Alert alert, EventSource source) {
        return source.namespace() == null || source.namespace().isEmpty()
                ? alert.getMetadata().getNamespace()
                : source.namespace();
    }

    private boolean hasLabels(Alert alert, EventSource source, Involved involved) {
        if (source.matchLabels().isEmpty()) {
            return true;
        }
        Optional<Map<String, String>> live = labels.of(involved);
        if (live.isEmpty()) {
            complaints.about(alert, "SourceFetchFailed", "error getting source object " + involved.shown());
            return false;
        }
        if (!LabelSyntax.areValid(source.matchLabels())) {
            String shown = source.kind().text() + "/" + namespace(alert, source) + "/" + source.name();
            complaints.about(alert, "InvalidConfig", "error using matchLabels from event source " + shown);
            return false;
        }
        return live.get().entrySet().containsAll(source.matchLabels().entrySet());
    }
}
