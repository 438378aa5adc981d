package io.fluxj.source.bucket;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketProvider;
import io.fluxj.api.source.v1.BucketSpec;
import io.fluxj.api.source.v1.BucketStatus;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.ProxyAddress;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.TlsFiles;
import io.fluxj.source.artifact.SecretStep;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.bucket.s3.S3Keys;
import io.fluxj.source.bucket.s3.S3Place;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out where to fetch from, and as whom. Source: behaviour §0.2, §1.7. */
final class AccessStep {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);
    private static final String READING = "failed to get secret";

    private final SecretStep secrets;
    private final BucketParts.Network network;
    private final TemporaryKeys temporary;

    AccessStep(BucketParts parts) {
        this.secrets = new SecretStep(parts.secrets());
        this.network = parts.network();
        this.temporary = new TemporaryKeys(parts.logins(), secrets);
    }

    BucketSource resolve(Pass<Bucket, BucketStatus> pass) throws Failure, InterruptedException {
        BucketSpec spec = pass.object().getSpec();
        S3Place place = place(spec);
        Proxies proxies = proxies(pass, spec.proxySecretRef());
        Optional<S3Keys> keys =
                spec.secretRef() == null ? temporary.of(pass, place, proxies) : keys(pass, spec.secretRef());
        return new BucketSource(
                place,
                keys,
                Objects.requireNonNullElse(spec.region(), ""),
                certificates(pass, spec.certSecretRef()),
                proxies,
                timeout(spec.timeout()));
    }

    private static S3Place place(BucketSpec spec) throws Stalled {
        try {
            String scheme = Boolean.TRUE.equals(spec.insecure()) ? "http" : "https";
            return new S3Place(scheme, endpoint(spec), spec.bucketName());
        } catch (IllegalArgumentException invalid) {
            throw Stalled.of(SourceReason.URL_INVALID, String.valueOf(invalid.getMessage()), invalid)
                    .marking(SourceCondition.FETCH_FAILED);
        }
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

    private Optional<S3Keys> keys(Pass<?, ?> pass, @Nullable LocalObjectReference named) throws Retryable {
        if (named == null) {
            return Optional.empty();
        }
        NamedSecret secret = secrets.read(pass, named.name(), READING);
        S3Keys keys = new S3Keys(secret.text("accesskey"), secret.text("secretkey"), "");
        if (keys.access().isEmpty() || keys.secret().isEmpty()) {
            throw failed(
                    SourceReason.AUTHENTICATION_FAILED,
                    "invalid '" + secret.name() + "' secret data: required fields 'accesskey' and 'secretkey'");
        }
        pass.conceal(keys.secret());
        return Optional.of(keys);
    }

    private TlsConfig certificates(Pass<?, ?> pass, @Nullable LocalObjectReference named) throws Retryable {
        if (named == null) {
            return TlsConfig.SYSTEM;
        }
        try {
            return TlsFiles.require(secrets.read(pass, named.name(), READING)).besideSystem();
        } catch (SecretException unusable) {
            throw failed(SourceReason.AUTHENTICATION_FAILED, unusable.message());
        }
    }

    private Proxies proxies(Pass<?, ?> pass, @Nullable LocalObjectReference named) throws Retryable {
        if (named == null) {
            return network.proxies();
        }
        try {
            ProxyAddress proxy = ProxyAddress.require(secrets.read(pass, named.name(), READING));
            if (proxy.server().tls()) {
                throw failed(
                        SourceReason.UNSUPPORTED_FEATURE,
                        "a Bucket cannot be reached through a proxy at an https:// address yet; write http:// or socks5://");
            }
            return proxy.proxies();
        } catch (SecretException unusable) {
            throw failed(SourceReason.AUTHENTICATION_FAILED, unusable.message());
        }
    }

    private Duration timeout(@Nullable GoDuration given) throws Retryable {
        Duration timeout = given == null ? DEFAULT_TIMEOUT : given.value();
        if (!timeout.isPositive()) {
            throw failed(BucketReason.BUCKET_OPERATION_FAILED, "spec.timeout leaves no time: '" + given + "'");
        }
        return network.longest().filter(bound -> bound.compareTo(timeout) < 0).orElse(timeout);
    }

    private static Retryable failed(Reason reason, String message) {
        return Retryable.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }
}
