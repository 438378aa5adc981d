package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch, from where, how often.
 *
 * @param bucketName Name of the bucket. For Azure the name of the container.
 * @param endpoint Address of the object store, as host or host:port; for Azure the URL of the storage account. May be left out for provider aws, where it follows from the region.
 * @param provider Who issues the credentials, and which API is spoken. generic is anything that speaks S3, with static keys. Default: {@code generic}.
 * @param region Region of the bucket.
 * @param prefix Only objects whose key begins with this text are fetched.
 * @param secretRef Secret in the same namespace with the credentials. For S3: accesskey and secretkey. For gcp: serviceaccount. For azure: tenantId with clientId and clientSecret or clientCertificate, or accountKey, or sasKey. Not together with serviceAccountName.
 * @param serviceAccountName Service account in the same namespace whose workload identity is used. Not for provider generic. Without it the controller's own identity is used.
 * @param sts How to obtain temporary credentials from a security token service. Only for providers aws and generic.
 * @param certSecretRef Secret in the same namespace with tls.crt and tls.key for client authentication, and ca.crt to verify the server. Only for provider generic.
 * @param proxySecretRef Secret in the same namespace with the address of an HTTP proxy, and username and password where it wants them.
 * @param insecure Speak plain HTTP. Defaults to false.
 * @param interval How often the bucket is listed, such as 5m or 1h30m.
 * @param timeout Longest time for listing and fetching. Default: {@code 60s}.
 * @param ignore Objects to leave out of the artifact, as lines in the form of .gitignore, matched against the keys.
 * @param suspend Pause. While true nothing is fetched; the last artifact stays available.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record BucketSpec(
        String bucketName,
        @Nullable String endpoint,
        @Nullable Choice<BucketProvider> provider,
        @Nullable String region,
        @Nullable String prefix,
        @Nullable LocalObjectReference secretRef,
        @Nullable String serviceAccountName,
        @Nullable BucketTokenService sts,
        @Nullable LocalObjectReference certSecretRef,
        @Nullable LocalObjectReference proxySecretRef,
        @Nullable Boolean insecure,
        GoDuration interval,
        @Nullable GoDuration timeout,
        @Nullable String ignore,
        @Nullable Boolean suspend,
        @UnknownFields Map<String, Object> unknown)
        implements BucketSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public BucketSpec {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static BucketSpecBuilder builder() {
        return BucketSpecBuilder.builder();
    }
}
