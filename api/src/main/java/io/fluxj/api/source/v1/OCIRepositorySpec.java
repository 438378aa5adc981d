package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.meta.RegistryProvider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch, from where, how often.
 *
 * @param url Address of the artifact as oci://host/path, without tag and digest.
 * @param ref Which revision to fetch. The tag latest when not set.
 * @param layerSelector Which layer to take, and how. The first one, unpacked, when not set.
 * @param provider Who issues the credentials. generic takes them from secretRef or serviceAccountName; the others obtain a short-lived token from the cloud. Default: {@code generic}.
 * @param secretRef Secret of type kubernetes.io/dockerconfigjson in the same namespace with the credentials for the registry.
 * @param serviceAccountName Service account in the same namespace whose image pull secrets, or workload identity, are used for the registry.
 * @param certSecretRef Secret in the same namespace with tls.crt and tls.key for client authentication, and ca.crt to verify the registry.
 * @param proxySecretRef Secret in the same namespace with the address of an HTTP proxy, and username and password where it wants them.
 * @param verify Check the signature of the artifact, and refuse revisions that are not signed by a trusted identity.
 * @param interval How often the registry is asked whether there is something new, such as 5m or 1h30m.
 * @param timeout Longest time for one operation with the registry. Default: {@code 60s}.
 * @param ignore Files to leave out of the artifact, as lines in the form of .gitignore. Without effect when the layer is copied as it is.
 * @param insecure Speak plain HTTP with the registry; over TLS, do not verify its certificate unless certSecretRef is set. Defaults to false.
 * @param suspend Pause. While true nothing is fetched; the last artifact stays available.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record OCIRepositorySpec(
        String url,
        @Nullable OCIRepositoryReference ref,
        @Nullable OCILayerSelector layerSelector,
        @Nullable Choice<RegistryProvider> provider,
        @Nullable LocalObjectReference secretRef,
        @Nullable String serviceAccountName,
        @Nullable LocalObjectReference certSecretRef,
        @Nullable LocalObjectReference proxySecretRef,
        @Nullable ArtifactVerification verify,
        GoDuration interval,
        @Nullable GoDuration timeout,
        @Nullable String ignore,
        @Nullable Boolean insecure,
        @Nullable Boolean suspend,
        @UnknownFields Map<String, Object> unknown)
        implements OCIRepositorySpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public OCIRepositorySpec {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static OCIRepositorySpecBuilder builder() {
        return OCIRepositorySpecBuilder.builder();
    }
}
