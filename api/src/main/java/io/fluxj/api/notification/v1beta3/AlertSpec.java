package io.fluxj.api.notification.v1beta3;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Required;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events to send, and where.
 *
 * @param providerRef The Provider to send to, in the same namespace.
 * @param eventSources Whose events to send.
 * @param eventSeverity From which severity on events are sent. Default: {@code info}.
 * @param inclusionList Regular expressions; when set only events whose message matches one of them are sent.
 * @param exclusionList Regular expressions; events whose message matches one of them are not sent.
 * @param eventMetadata Names and values added to every event. They win over the annotations of the object that the event is about; those of the controller that sends the event win over them.
 * @param summary Deprecated: write the key summary in eventMetadata. A short text added to every event as summary.
 * @param suspend Pause. While true nothing is sent.
 * @param template Ours: a Go template over the event, whose text takes the place of the message. It wins over that of the Provider.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record AlertSpec(
        LocalObjectReference providerRef,
        @Required List<EventSource> eventSources,
        @Nullable Choice<EventSeverity> eventSeverity,
        List<String> inclusionList,
        List<String> exclusionList,
        Map<String, String> eventMetadata,
        @Nullable String summary,
        @Nullable Boolean suspend,
        @Nullable String template,
        @UnknownFields Map<String, Object> unknown)
        implements AlertSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public AlertSpec {
        eventSources = Absent.copy(eventSources);
        inclusionList = Absent.copy(inclusionList);
        exclusionList = Absent.copy(exclusionList);
        eventMetadata = Absent.copy(eventMetadata);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static AlertSpecBuilder builder() {
        return AlertSpecBuilder.builder();
    }
}
