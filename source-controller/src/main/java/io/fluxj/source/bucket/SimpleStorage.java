package io.fluxj.source.bucket;

import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketProvider;
import io.fluxj.api.source.v1.BucketSpec;
import io.fluxj.api.source.v1.BucketStatus;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.runtime.bucket.s3.S3Bucket;
import io.fluxj.runtime.bucket.s3.S3Keys;
import io.fluxj.runtime.bucket.s3.S3Place;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.util.Objects;
import java.util.Optional;

/**
 * Buckets of Amazon S3, and of servers that speak its language. Source: behaviour §1.7.
 *
 * @param temporary keys of Buckets that name no Secret
 */
record SimpleStorage(TemporaryKeys temporary) {
    /** Where a bucket is; refuses what is none, with a message that names the field. */
    static S3Place place(BucketSpec spec) {
        String scheme = Boolean.TRUE.equals(spec.insecure()) ? "http" : "https";
        return new S3Place(scheme, endpoint(spec), spec.bucketName());
    }

    /** Amazon's follows from the region. */
    private static String endpoint(BucketSpec spec) {
        String endpoint = Objects.requireNonNullElse(spec.endpoint(), "");
        String region = Objects.requireNonNullElse(spec.region(), "");
        if (!endpoint.isEmpty()) {
            return endpoint;
        }
        if (!SpecCheck.is(spec, BucketProvider.AWS)) {
            throw new IllegalArgumentException("spec.endpoint is missing; only provider aws has one of its own");
        }
        return region.isEmpty() ? "s3.amazonaws.com" : "s3." + region + ".amazonaws.com";
    }

    /**
     * Finds it. A token service may be asked for keys.
     *
     * @param secret that the object names; empty when it names none
     */
    BucketSource.Finder finder(
            Pass<Bucket, BucketStatus> pass, S3Place place, Optional<NamedSecret> secret, Proxies proxies)
            throws Failure, InterruptedException {
        Optional<S3Keys> keys =
                secret.isPresent() ? Optional.of(keys(pass, secret.get())) : temporary.of(pass, place, proxies);
        String region = Objects.requireNonNullElse(pass.object().getSpec().region(), "");
        return (http, deadline) -> S3Bucket.find(http, place, keys, region, deadline);
    }

    private static S3Keys keys(Pass<?, ?> pass, NamedSecret secret) throws Retryable {
        S3Keys keys = new S3Keys(secret.text("accesskey"), secret.text("secretkey"), "");
        if (keys.access().isEmpty() || keys.secret().isEmpty()) {
            throw Retryable.of(
                            SourceReason.AUTHENTICATION_FAILED,
                            "invalid '" + secret.name() + "' secret data: required fields 'accesskey' and 'secretkey'")
                    .marking(SourceCondition.FETCH_FAILED);
        }
        pass.conceal(keys.secret());
        return keys;
    }
}
