package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.ValuesKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ConfigMap or Secret with values for the chart.
 *
 * @param kind ConfigMap or Secret.
 * @param name Name of the ConfigMap or Secret, in the same namespace.
 * @param valuesKey Key whose content is taken. Defaults to values.yaml.
 * @param targetPath Where in the values the content is put, in the notation of helm --set, such as database.password. Without it the content is YAML and merged as a whole.
 * @param literal Put the content at targetPath as it is, as helm --set-literal does, without reading commas, brackets or types into it. Defaults to false.
 * @param optional Carry on without it when it does not exist. Defaults to false.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ValuesReference(
        Choice<ValuesKind> kind,
        String name,
        @Nullable String valuesKey,
        @Nullable String targetPath,
        @Nullable Boolean literal,
        @Nullable Boolean optional,
        @UnknownFields Map<String, Object> unknown)
        implements ValuesReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ValuesReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ValuesReferenceBuilder builder() {
        return ValuesReferenceBuilder.builder();
    }
}
