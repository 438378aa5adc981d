package io.fluxj.source.helm;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositorySpec;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.secret.BasicAuth;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.secret.TlsFiles;
import io.fluxj.source.artifact.SourceReason;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where HelmRepositories are, and as whom they are read. Source: behaviour §0.2, §1.5.
 *
 * @param secrets reads credentials
 * @param longest no answer is waited for longer, whatever an object says; empty for no such bound
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // no bound is a case of its own
public record RepositoryAccess(SecretReader secrets, Optional<Duration> longest) {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

    /**
     * The index of a repository that has one.
     *
     * @param conceal given what must not be read in any message
     */
    public IndexSource index(HelmRepository repository, Consumer<String> conceal) throws AccessException {
        HelmRepositorySpec spec = repository.getSpec();
        RepositoryAddress address = address(spec.url());
        address.user().ifPresent(user -> conceal(conceal, user));
        Optional<TlsConfig> own = certificates(repository, conceal);
        NamedSecret secret = credentials(repository, conceal);
        TlsConfig tls = own.isPresent() ? own.get() : olderCertificates(secret);
        Map<String, String> headers = basic(secret)
                .or(address::user)
                .map(user -> Map.of("Authorization", user.header()))
                .orElse(Map.of());
        return new IndexSource(address.index(), headers, tls, timeout(spec.timeout()));
    }

    private static RepositoryAddress address(String url) throws AccessException {
        try {
            return RepositoryAddress.parse(url);
        } catch (IllegalArgumentException invalid) {
            throw new AccessException(
                    SourceReason.URL_INVALID, "invalid Helm repository URL: " + invalid.getMessage(), true, invalid);
        }
    }

    /** A token may stand in place of the name, with nothing for a password. */
    private static void conceal(Consumer<String> conceal, BasicAuth user) {
        conceal.accept(user.password());
        if (user.password().isEmpty()) {
            conceal.accept(user.username());
        }
    }

    /** What {@code spec.secretRef} names; of nobody's when it names none. */
    public NamedSecret credentials(HelmRepository repository, Consumer<String> conceal) throws AccessException {
        return secret(repository, repository.getSpec().secretRef(), "failed to get authentication secret", conceal);
    }

    private NamedSecret secret(
            HelmRepository repository, @Nullable LocalObjectReference named, String doing, Consumer<String> conceal)
            throws AccessException {
        String namespace = repository.getMetadata().getNamespace();
        if (named == null) {
            return NamedSecret.none(namespace);
        }
        try {
            NamedSecret secret = secrets.require(namespace, named.name(), doing);
            secret.confidential().forEach(conceal);
            return secret;
        } catch (SecretException missing) {
            throw failed(missing.message(), missing);
        }
    }

    /** What {@code spec.certSecretRef} names; empty when it names nothing. */
    public Optional<TlsConfig> certificates(HelmRepository repository, Consumer<String> conceal)
            throws AccessException {
        LocalObjectReference named = repository.getSpec().certSecretRef();
        return named == null
                ? Optional.empty()
                : Optional.of(tls(secret(repository, named, "failed to get TLS authentication secret", conceal)));
    }

    /** Certificates among the credentials are an old way that still works. */
    private static TlsConfig olderCertificates(NamedSecret secret) throws AccessException {
        return TlsFiles.of(secret).isEmpty() ? TlsConfig.SYSTEM : tls(secret);
    }

    private static TlsConfig tls(NamedSecret secret) throws AccessException {
        try {
            return TlsFiles.require(secret).besideSystem();
        } catch (SecretException unusable) {
            throw failed("failed to construct Helm client's TLS config: " + unusable.message(), unusable);
        }
    }

    private static Optional<BasicAuth> basic(NamedSecret secret) throws AccessException {
        try {
            return BasicAuth.find(secret);
        } catch (SecretException half) {
            throw failed("failed to detect authentication methods: " + half.message(), half);
        }
    }

    /** How long may be waited for all that is asked of it. */
    public Duration timeout(@Nullable GoDuration given) throws AccessException {
        Duration timeout = length(given);
        if (!timeout.isPositive()) {
            throw new AccessException(
                    CommonReason.FAILED,
                    "failed to fetch Helm repository index: spec.timeout leaves no time: '" + given + "'",
                    false,
                    null);
        }
        return longest.filter(bound -> bound.compareTo(timeout) < 0).orElse(timeout);
    }

    private static Duration length(@Nullable GoDuration given) throws AccessException {
        try {
            return given == null ? DEFAULT_TIMEOUT : given.value();
        } catch (IllegalArgumentException unusable) {
            throw new AccessException(
                    SourceReason.INVALID_SPEC,
                    "spec.timeout of the repository: " + unusable.getMessage(),
                    true,
                    unusable);
        }
    }

    private static AccessException failed(String message, Throwable cause) {
        return new AccessException(SourceReason.AUTHENTICATION_FAILED, message, false, cause);
    }
}
