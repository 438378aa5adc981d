package io.fluxj.reflector.repository;

import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.image.v1.ImageRepositorySpec;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.ProxyAddress;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.TlsFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Finds out how the registry of an ImageRepository is reached, and as whom. Source: behaviour §5.1. */
public final class RegistryDoor {
    private final RegistryParts parts;
    private final RegistryLogin login;

    /** Reads Secrets through {@code parts}. */
    public RegistryDoor(RegistryParts parts) {
        this.parts = parts;
        this.login = new RegistryLogin(parts.secrets(), parts.logins());
    }

    /** Whether an ImageRepository asks for the cloud identity of a service account, which the controller's gate does not let it. */
    public boolean isBarred(ImageRepositorySpec spec) {
        return RegistryLogin.isOfCloud(spec)
                && !RegistryLogin.account(spec).isEmpty()
                && !parts.logins().forObjects();
    }

    /**
     * The way to the image; to be closed.
     *
     * @param conceal hears what must not be read in any message
     */
    public ImageSource open(ImageRepository owner, Repository image, Consumer<String> conceal) throws AccessException {
        ImageRepositorySpec spec = owner.getSpec();
        boolean plain = Boolean.TRUE.equals(spec.insecure());
        try {
            TlsConfig tls = tls(owner, conceal);
            ProxyRoute route = route(owner, tls, conceal);
            try {
                Login known = login(owner, image, route);
                return new ImageSource(
                        image,
                        plain,
                        () -> {
                            RegistryCredentials who = known.credentials();
                            who.confidential().forEach(conceal);
                            RegistryAccess access = new RegistryAccess(who, tls, route.proxies(), plain, timeout(spec));
                            return HttpRegistry.open(image.registry(), access, parts.limits());
                        },
                        route);
            } catch (AccessException | RuntimeException failed) {
                route.close();
                throw failed;
            }
        } catch (SecretException unusable) {
            throw new AccessException(unusable.message(), unusable);
        }
    }

    /** Who we are. */
    @FunctionalInterface
    private interface Login {
        RegistryCredentials credentials() throws AccessException;
    }

    /** Secrets are read at once, clouds are asked when the registry is. */
    private Login login(ImageRepository owner, Repository image, ProxyRoute route) throws AccessException {
        if (RegistryLogin.isOfCloud(owner.getSpec())) {
            HttpRoute way = new HttpRoute(route.proxies(), TlsConfig.SYSTEM);
            return () -> login.ofCloud(owner, image, way);
        }
        RegistryCredentials known = login.ofSecrets(owner, image);
        return () -> known;
    }

    /** Default is the interval. */
    private static Duration timeout(ImageRepositorySpec spec) {
        return spec.timeout() == null ? spec.interval().value() : spec.timeout().value();
    }

    private TlsConfig tls(ImageRepository owner, Consumer<String> conceal) throws SecretException {
        LocalObjectReference named = owner.getSpec().certSecretRef();
        return named == null
                ? TlsConfig.SYSTEM
                : TlsFiles.require(secret(owner, named, conceal)).besideSystem();
    }

    private ProxyRoute route(ImageRepository owner, TlsConfig tls, Consumer<String> conceal)
            throws SecretException, AccessException {
        LocalObjectReference named = owner.getSpec().proxySecretRef();
        if (named == null) {
            return ProxyRoute.of(parts.proxies());
        }
        ProxyServer server = ProxyAddress.require(secret(owner, named, conceal)).server();
        try {
            return ProxyRoute.through(server, TlsConfig.trusting(tls.trust()));
        } catch (IOException noPort) {
            throw new AccessException("failed to reach the proxy: " + noPort.getMessage(), noPort);
        }
    }

    private NamedSecret secret(ImageRepository owner, LocalObjectReference named, Consumer<String> conceal)
            throws SecretException {
        NamedSecret secret = parts.secrets().require(owner.getMetadata().getNamespace(), named.name());
        secret.confidential().forEach(conceal);
        return secret;
    }
}
