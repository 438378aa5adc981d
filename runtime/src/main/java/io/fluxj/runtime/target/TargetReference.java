package io.fluxj.runtime.target;

import io.fluxj.api.meta.KubeConfigReference;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where and as whom an object applies, as its spec says.
 *
 * @param namespace of the object, and of the service account and the Secret that it names
 * @param serviceAccount {@code spec.serviceAccountName}, may be empty
 * @param kubeConfig {@code spec.kubeConfig}; empty for the controller's own cluster
 */
public record TargetReference(String namespace, String serviceAccount, Optional<KubeConfigReference> kubeConfig) {

    /** Of the fields of a spec, null where they are not there. */
    public static TargetReference of(
            String namespace, @Nullable String serviceAccount, @Nullable KubeConfigReference kubeConfig) {
        return new TargetReference(
                namespace, Objects.requireNonNullElse(serviceAccount, ""), Optional.ofNullable(kubeConfig));
    }

    /** The user that is impersonated, empty for none; where the spec names no account, this one is. */
    public String user(String defaultServiceAccount) {
        return TargetAccount.of(this, defaultServiceAccount).user();
    }
}
