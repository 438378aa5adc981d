package io.fluxj.api.kustomize.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.ValuesKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ConfigMap or Secret whose keys are variables.
 *
 * @param kind ConfigMap or Secret.
 * @param name Name of the ConfigMap or Secret, in the same namespace.
 * @param optional Carry on without it when it does not exist. Default: {@code false}.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record SubstituteReference(
        Choice<ValuesKind> kind,
        String name,
        @Nullable Boolean optional,
        @UnknownFields Map<String, Object> unknown) implements SubstituteReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public SubstituteReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static SubstituteReferenceBuilder builder() {
        return SubstituteReferenceBuilder.builder();
    }
}
