package io.fluxj.api.notification.v1beta3;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.notification.v1.ObjectKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object, or several, whose events are sent.
 *
 * @param apiVersion Group and version of the objects. Without effect.
 * @param kind Kind of the objects.
 * @param name Name of the object; * for all, or for those that matchLabels picks.
 * @param namespace Namespace of the objects. Defaults to that of the Alert.
 * @param matchLabels Labels that the objects must have, all of them. Only with the name *.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record EventSource(
        @Nullable String apiVersion,
        Choice<ObjectKind> kind,
        String name,
        @Nullable String namespace,
        Map<String, String> matchLabels,
        @UnknownFields Map<String, Object> unknown)
        implements EventSourceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public EventSource {
        matchLabels = Absent.copy(matchLabels);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static EventSourceBuilder builder() {
        return EventSourceBuilder.builder();
    }
}
