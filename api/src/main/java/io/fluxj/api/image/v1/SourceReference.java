package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The source to change.
 *
 * @param apiVersion Group and version of the source. Defaults to source.toolkit.fluxcd.io/v1.
 * @param kind Kind of the source. Default: {@code GitRepository}.
 * @param name Name of the source.
 * @param namespace Namespace of the source. Defaults to that of the ImageUpdateAutomation.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record SourceReference(
        @Nullable String apiVersion,
        Choice<AutomationSourceKind> kind,
        String name,
        @Nullable String namespace,
        @UnknownFields Map<String, Object> unknown)
        implements SourceReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public SourceReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static SourceReferenceBuilder builder() {
        return SourceReferenceBuilder.builder();
    }
}
