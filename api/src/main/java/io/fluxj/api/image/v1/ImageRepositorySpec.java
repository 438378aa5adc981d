package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.AccessFrom;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.meta.RegistryProvider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which image, how often, with which credentials.
 *
 * @param image The image, as host/path without tag.
 * @param interval How often the tags are listed, such as 5m or 1h.
 * @param timeout Longest time for listing. Defaults to the interval.
 * @param exclusionList Regular expressions; tags that match one of them are left out. Default: {@code ["^.*\\.sig$"]}.
 * @param provider Who issues the credentials. generic takes them from secretRef or serviceAccountName; the others obtain a short-lived token from the cloud. Default: {@code generic}.
 * @param secretRef Secret of type kubernetes.io/dockerconfigjson in the same namespace with the credentials for the registry.
 * @param serviceAccountName Service account in the same namespace whose image pull secrets, or workload identity, are used for the registry.
 * @param certSecretRef Secret in the same namespace with tls.crt and tls.key for client authentication, and ca.crt to verify the registry. Deprecated are only its keys caFile, certFile and keyFile.
 * @param proxySecretRef Secret in the same namespace with the address of an HTTP proxy, and username and password where it wants them.
 * @param insecure Speak plain HTTP with the registry. Defaults to false.
 * @param accessFrom Other namespaces whose ImagePolicies may refer to this; those of the same namespace always may. None when not set.
 * @param suspend Pause. While true tags are not listed.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ImageRepositorySpec(
        String image,
        GoDuration interval,
        @Nullable GoDuration timeout,
        List<String> exclusionList,
        @Nullable Choice<RegistryProvider> provider,
        @Nullable LocalObjectReference secretRef,
        @Nullable String serviceAccountName,
        @Nullable LocalObjectReference certSecretRef,
        @Nullable LocalObjectReference proxySecretRef,
        @Nullable Boolean insecure,
        @Nullable AccessFrom accessFrom,
        @Nullable Boolean suspend,
        @UnknownFields Map<String, Object> unknown)
        implements ImageRepositorySpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ImageRepositorySpec {
        exclusionList = Absent.copy(exclusionList);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ImageRepositorySpecBuilder builder() {
        return ImageRepositorySpecBuilder.builder();
    }
}
