package io.fluxj.api.notification.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object, or several, that a call wakes.
 *
 * @param apiVersion Group and version of the objects. May be left out for sources, ImageRepository and ArtifactGenerator.
 * @param kind Kind of the objects.
 * @param name Name of the object; * for those that matchLabels picks.
 * @param namespace Namespace of the objects. Defaults to that of the Receiver.
 * @param matchLabels Labels that the objects must have, all of them. Only, and required, with the name *.
 * @param filter CEL expression that decides whether an object of this entry is woken by this call, besides resourceFilter.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ReceiverResource(
        @Nullable String apiVersion,
        Choice<ObjectKind> kind,
        String name,
        @Nullable String namespace,
        Map<String, String> matchLabels,
        @Nullable String filter,
        @UnknownFields Map<String, Object> unknown)
        implements ReceiverResourceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ReceiverResource {
        matchLabels = Absent.copy(matchLabels);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ReceiverResourceBuilder builder() {
        return ReceiverResourceBuilder.builder();
    }
}
