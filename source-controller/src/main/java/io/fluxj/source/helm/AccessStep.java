package io.fluxj.source.helm;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositorySpec;
import io.fluxj.api.source.v1.HelmRepositoryStatus;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.secret.BasicAuth;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.TlsFiles;
import io.fluxj.source.artifact.SecretStep;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out where to fetch from, and as whom. Source: behaviour §0.2, §1.5. */
final class AccessStep {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

    private final SecretStep secrets;
    private final Optional<Duration> longest;

    AccessStep(HelmParts parts) {
        this.secrets = new SecretStep(parts.secrets());
        this.longest = parts.longest();
    }

    IndexSource resolve(Pass<HelmRepository, HelmRepositoryStatus> pass) throws Failure {
        HelmRepositorySpec spec = pass.object().getSpec();
        RepositoryAddress address = address(spec.url());
        address.user().ifPresent(user -> conceal(pass, user));
        Optional<TlsConfig> own = certificates(pass, spec.certSecretRef());
        NamedSecret secret = secret(pass, spec.secretRef(), "failed to get authentication secret");
        TlsConfig tls = own.isPresent() ? own.get() : olderCertificates(secret);
        Map<String, String> headers = basic(secret)
                .or(address::user)
                .map(user -> Map.of("Authorization", user.header()))
                .orElse(Map.of());
        return new IndexSource(address.index(), headers, tls, timeout(spec.timeout()));
    }

    private static RepositoryAddress address(String url) throws Stalled {
        try {
            return RepositoryAddress.parse(url);
        } catch (IllegalArgumentException invalid) {
            throw Stalled.of(SourceReason.URL_INVALID, "invalid Helm repository URL: " + invalid.getMessage(), invalid)
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }

    /** A token may stand in place of the name, with nothing for a password. */
    private static void conceal(Pass<?, ?> pass, BasicAuth user) {
        pass.conceal(user.password());
        if (user.password().isEmpty()) {
            pass.conceal(user.username());
        }
    }

    private NamedSecret secret(Pass<?, ?> pass, @Nullable LocalObjectReference named, String doing) throws Retryable {
        return named == null
                ? NamedSecret.none(pass.object().getMetadata().getNamespace())
                : secrets.read(pass, named.name(), doing);
    }

    private Optional<TlsConfig> certificates(Pass<?, ?> pass, @Nullable LocalObjectReference named) throws Retryable {
        return named == null
                ? Optional.empty()
                : Optional.of(tls(secret(pass, named, "failed to get TLS authentication secret")));
    }

    /** Certificates among the credentials are an old way that still works. */
    private static TlsConfig olderCertificates(NamedSecret secret) throws Retryable {
        return TlsFiles.of(secret).isEmpty() ? TlsConfig.SYSTEM : tls(secret);
    }

    private static TlsConfig tls(NamedSecret secret) throws Retryable {
        try {
            return TlsFiles.require(secret).besideSystem();
        } catch (SecretException unusable) {
            throw failed(
                    SourceReason.AUTHENTICATION_FAILED,
                    "failed to construct Helm client's TLS config: " + unusable.message());
        }
    }

    private static Optional<BasicAuth> basic(NamedSecret secret) throws Retryable {
        try {
            return BasicAuth.find(secret);
        } catch (SecretException half) {
            throw failed(
                    SourceReason.AUTHENTICATION_FAILED, "failed to detect authentication methods: " + half.message());
        }
    }

    private Duration timeout(@Nullable GoDuration given) throws Retryable {
        Duration timeout = given == null ? DEFAULT_TIMEOUT : given.value();
        if (!timeout.isPositive()) {
            throw failed(
                    CommonReason.FAILED,
                    "failed to fetch Helm repository index: spec.timeout leaves no time: '" + given + "'");
        }
        return longest.filter(bound -> bound.compareTo(timeout) < 0).orElse(timeout);
    }

    private static Retryable failed(Reason reason, String message) {
        return Retryable.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }
}
