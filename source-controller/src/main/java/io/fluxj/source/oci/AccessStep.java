package io.fluxj.source.oci;

import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositorySpec;
import io.fluxj.api.source.v1.OCIRepositoryStatus;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.Repository;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.ProxyAddress;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.TlsFiles;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.io.IOException;
import java.time.Duration;

/** Finds out where to fetch from, how, and as whom. */
final class AccessStep {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    private static final String SCHEME = "oci://";

    private final OciParts parts;
    private final CredentialsStep credentials;

    AccessStep(OciParts parts) {
        this.parts = parts;
        this.credentials = new CredentialsStep(parts);
    }

    OciSource resolve(Pass<OCIRepository, OCIRepositoryStatus> pass) throws Failure, InterruptedException {
        OCIRepositorySpec spec = pass.object().getSpec();
        Repository repository = repository(spec.url());
        TlsConfig tls = tls(pass);
        ProxyRoute route = route(pass, tls);
        try {
            RegistryCredentials who =
                    credentials.resolve(pass, repository, new HttpRoute(route.proxies(), TlsConfig.SYSTEM));
            RegistryAccess access =
                    new RegistryAccess(who, tls, route.proxies(), Boolean.TRUE.equals(spec.insecure()), timeout(spec));
            return new OciSource(repository, access, parts.limits().registry(), route);
        } catch (Failure | InterruptedException failed) {
            route.close();
            throw failed;
        }
    }

    private static Repository repository(String url) throws Stalled {
        try {
            if (!url.startsWith(SCHEME)) {
                throw new IllegalArgumentException("URL must be in format 'oci://<domain>/<org>/<repo>'");
            }
            return Repository.parse(url.substring(SCHEME.length()));
        } catch (IllegalArgumentException malformed) {
            throw Stalled.of(
                            SourceReason.URL_INVALID,
                            "URL validation failed for '" + url + "': " + malformed.getMessage(),
                            malformed)
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }

    private ProxyRoute route(Pass<OCIRepository, OCIRepositoryStatus> pass, TlsConfig tls) throws Retryable {
        LocalObjectReference named = pass.object().getSpec().proxySecretRef();
        if (named == null) {
            return ProxyRoute.of(parts.network().proxies());
        }
        try {
            ProxyServer server = ProxyAddress.require(secret(pass, named)).server();
            return ProxyRoute.through(server, TlsConfig.trusting(tls.trust()));
        } catch (SecretException unusable) {
            throw failed("failed to get proxy address: " + unusable.message(), unusable);
        } catch (IOException noPort) {
            throw failed("failed to get proxy address: " + noPort.getMessage(), noPort);
        }
    }

    private TlsConfig tls(Pass<OCIRepository, OCIRepositoryStatus> pass) throws Retryable {
        OCIRepositorySpec spec = pass.object().getSpec();
        if (spec.certSecretRef() == null) {
            return TlsConfig.SYSTEM;
        }
        try {
            return TlsFiles.require(secret(pass, spec.certSecretRef())).besideSystem();
        } catch (SecretException unusable) {
            throw failed("failed to generate transport for '" + spec.url() + "': " + unusable.message(), unusable);
        }
    }

    private NamedSecret secret(Pass<OCIRepository, OCIRepositoryStatus> pass, LocalObjectReference named)
            throws SecretException {
        String namespace = pass.object().getMetadata().getNamespace();
        NamedSecret secret = parts.secrets().require(namespace, named.name());
        secret.confidential().forEach(pass::conceal);
        return secret;
    }

    private static Retryable failed(String message, Throwable cause) {
        return Retryable.of(SourceReason.AUTHENTICATION_FAILED, message, cause).marking(SourceCondition.FETCH_FAILED);
    }

    private Duration timeout(OCIRepositorySpec spec) {
        Duration timeout =
                spec.timeout() == null ? DEFAULT_TIMEOUT : spec.timeout().value();
        return parts.network()
                .longest()
                .filter(longest -> longest.compareTo(timeout) < 0)
                .orElse(timeout);
    }
}
