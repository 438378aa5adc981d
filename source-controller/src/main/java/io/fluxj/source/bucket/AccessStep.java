package io.fluxj.source.bucket;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketProvider;
import io.fluxj.api.source.v1.BucketSpec;
import io.fluxj.api.source.v1.BucketStatus;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.bucket.s3.S3Place;
import io.fluxj.runtime.identity.IdentityException;
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
import io.fluxj.source.bucket.azure.BlobPlace;
import io.fluxj.source.bucket.gcs.GcsPlace;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out where to fetch from, and as whom. Source: behaviour §0.2, §1.7. */
final class AccessStep {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);
    private static final String READING = "failed to get secret";

    private final SecretStep secrets;
    private final BucketParts.Network network;
    private final SimpleStorage simple;
    private final GoogleStorage google;
    private final AzureStorage azure;

    AccessStep(BucketParts parts) {
        this.secrets = new SecretStep(parts.secrets());
        this.network = parts.network();
        this.simple = new SimpleStorage(new TemporaryKeys(parts.logins(), secrets));
        this.google = new GoogleStorage(parts.logins());
        this.azure = new AzureStorage(parts.logins());
    }

    /** To be closed. */
    BucketSource resolve(Pass<Bucket, BucketStatus> pass) throws Failure, InterruptedException {
        BucketSpec spec = pass.object().getSpec();
        Duration timeout = timeout(spec.timeout());
        TlsConfig tls = certificates(pass, spec.certSecretRef());
        ProxyRoute route = route(pass, spec.proxySecretRef(), tls);
        try {
            return new BucketSource(spec.bucketName(), finder(pass, route.proxies()), tls, route, timeout);
        } catch (Failure | InterruptedException | RuntimeException failed) {
            route.close();
            throw failed;
        }
    }

    private BucketSource.Finder finder(Pass<Bucket, BucketStatus> pass, Proxies proxies)
            throws Failure, InterruptedException {
        BucketSpec spec = pass.object().getSpec();
        BucketProvider provider = spec.provider() == null
                ? BucketProvider.GENERIC
                : spec.provider().known().orElse(BucketProvider.GENERIC);
        return switch (provider) {
            case GENERIC, AWS -> {
                S3Place place = place(spec, SimpleStorage::place);
                yield simple.finder(pass, place, secret(pass), proxies);
            }
            case GCP -> ofGoogle(pass, place(spec, google::place), proxies);
            case AZURE -> ofAzure(pass, place(spec, AzureStorage::place), proxies);
        };
    }

    private BucketSource.Finder ofGoogle(Pass<Bucket, BucketStatus> pass, GcsPlace place, Proxies proxies)
            throws Failure, InterruptedException {
        Optional<NamedSecret> secret = secret(pass);
        try {
            if (secret.isPresent()) {
                GoogleStorage.check(secret.get());
            }
            return pass.transferring(
                    pass.outdated(), () -> google.finder(pass.object(), place, secret, proxies, pass::conceal));
        } catch (SecretException unusable) {
            throw failed(SourceReason.AUTHENTICATION_FAILED, unusable.message());
        } catch (IdentityException refused) {
            throw refused(refused);
        }
    }

    private BucketSource.Finder ofAzure(Pass<Bucket, BucketStatus> pass, BlobPlace place, Proxies proxies)
            throws Failure, InterruptedException {
        Optional<NamedSecret> secret = secret(pass);
        try {
            if (secret.isPresent()) {
                azure.of(secret.get()).check();
            }
            return pass.transferring(
                    pass.outdated(), () -> azure.finder(pass.object(), place, secret, proxies, pass::conceal));
        } catch (SecretException unusable) {
            throw failed(SourceReason.AUTHENTICATION_FAILED, unusable.message());
        } catch (IdentityException refused) {
            throw refused(refused);
        }
    }

    private static <P> P place(BucketSpec spec, Function<BucketSpec, P> reader) throws Stalled {
        try {
            return reader.apply(spec);
        } catch (IllegalArgumentException invalid) {
            throw Stalled.of(SourceReason.URL_INVALID, String.valueOf(invalid.getMessage()), invalid)
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }

    private Optional<NamedSecret> secret(Pass<Bucket, BucketStatus> pass) throws Retryable {
        LocalObjectReference named = pass.object().getSpec().secretRef();
        return named == null ? Optional.empty() : Optional.of(secrets.read(pass, named.name(), READING));
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

    private ProxyRoute route(Pass<?, ?> pass, @Nullable LocalObjectReference named, TlsConfig tls) throws Retryable {
        if (named == null) {
            return ProxyRoute.of(network.proxies());
        }
        try {
            ProxyServer server = ProxyAddress.require(secrets.read(pass, named.name(), READING))
                    .server();
            return ProxyRoute.through(server, TlsConfig.trusting(tls.trust()));
        } catch (SecretException unusable) {
            throw failed(SourceReason.AUTHENTICATION_FAILED, unusable.message());
        } catch (IOException noPort) {
            throw failed(SourceReason.AUTHENTICATION_FAILED, "failed to reach the proxy: " + noPort.getMessage());
        }
    }

    private Duration timeout(@Nullable GoDuration given) throws Retryable {
        Duration timeout = given == null ? DEFAULT_TIMEOUT : given.value();
        if (!timeout.isPositive()) {
            throw failed(BucketReason.BUCKET_OPERATION_FAILED, "spec.timeout leaves no time: '" + given + "'");
        }
        return network.longest().filter(bound -> bound.compareTo(timeout) < 0).orElse(timeout);
    }

    private static Retryable refused(IdentityException refused) {
        return failed(SourceReason.AUTHENTICATION_FAILED, "failed to get credentials: " + refused.message());
    }

    private static Retryable failed(Reason reason, String message) {
        return Retryable.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }
}
