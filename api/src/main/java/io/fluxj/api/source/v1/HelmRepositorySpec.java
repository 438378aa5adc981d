package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.AccessFrom;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.meta.RegistryProvider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the charts are, and how often to fetch the index.
 *
 * @param url Address of the repository; http or https for one with an index, oci for a registry.
 * @param type Kind of repository. Defaults to default.
 * @param provider Who issues the credentials for an OCI registry. Without effect for repositories with an index. Default: {@code generic}.
 * @param secretRef Secret in the same namespace with username and password; for an OCI registry also one of type kubernetes.io/dockerconfigjson. Deprecated for TLS: keys for TLS in it still work, but belong into certSecretRef.
 * @param certSecretRef Secret in the same namespace with tls.crt and tls.key for client authentication, and ca.crt to verify the server.
 * @param passCredentials Send the credentials also to another host than that of the url, when the index names one. Anyone who can change the index can then read them. Defaults to false.
 * @param interval How often the index is fetched, such as 1h. Defaults to 1m. Without effect for OCI registries.
 * @param timeout Longest time to fetch the index or a chart. Defaults to 60s.
 * @param insecure Speak plain HTTP with an OCI registry. Defaults to false.
 * @param suspend Pause. While true the index is not fetched; the last one stays available.
 * @param accessFrom Which other namespaces may refer to this repository. Not enforced.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record HelmRepositorySpec(
        String url,
        @Nullable Choice<HelmRepositoryType> type,
        @Nullable Choice<RegistryProvider> provider,
        @Nullable LocalObjectReference secretRef,
        @Nullable LocalObjectReference certSecretRef,
        @Nullable Boolean passCredentials,
        @Nullable GoDuration interval,
        @Nullable GoDuration timeout,
        @Nullable Boolean insecure,
        @Nullable Boolean suspend,
        @Nullable AccessFrom accessFrom,
        @UnknownFields Map<String, Object> unknown)
        implements HelmRepositorySpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public HelmRepositorySpec {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static HelmRepositorySpecBuilder builder() {
        return HelmRepositorySpecBuilder.builder();
    }
}
