package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where to find the way into another cluster. Exactly one of the two has to be set.
 *
 * @param configMapRef ConfigMap in the same namespace with the settings for a login by workload identity: provider (aws, azure, gcp or generic), cluster, address, ca.crt, audiences, serviceAccountName.
 * @param secretRef Secret in the same namespace that holds a kubeconfig. It must work without calling outside programs.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record KubeConfigReference(
        @Nullable LocalObjectReference configMapRef,
        @Nullable SecretKeyReference secretRef,
        @UnknownFields Map<String, Object> unknown)
        implements KubeConfigReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public KubeConfigReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static KubeConfigReferenceBuilder builder() {
        return KubeConfigReferenceBuilder.builder();
    }
}
