package io.fluxj.reflector.repository;

import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.image.v1.ImageRepositorySpec;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.meta.RegistryProvider;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.Repository;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.ProxyAddress;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.TlsFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds out how the registry of an ImageRepository is reached, and as whom. Source: behaviour §5.1. */
public final class RegistryDoor {
    private final RegistryParts parts;
    private final RegistryLogin login;

    /** Reads Secrets through {@code parts}. */
    public RegistryDoor(RegistryParts parts) {
        this.parts = parts;
        this.login = new RegistryLogin(parts.secrets());
    }

    /** Whether an ImageRepository asks for the cloud identity of a service account, which the controller's gate does not let it. */
    public boolean isBarred(ImageRepositorySpec spec) {
        return !isGeneric(spec) && !RegistryLogin.account(spec).isEmpty() && !parts.objectLevelIdentity();
    }

    /** Whether a cloud is asked who we are, and not a Secret. */
    static boolean isGeneric(ImageRepositorySpec spec) {
        return spec.provider() == null || spec.provider().is(RegistryProvider.GENERIC);
    }

    /**
     * The way to the image; to be closed.
     *
     * @param conceal hears what must not be read in any message
     */
    public ImageSource open(ImageRepository owner, Repository image, Consumer<String> conceal) throws AccessException {
        ImageRepositorySpec spec = owner.getSpec();
        RegistryCredentials who = login.credentials(owner, image);
        who.confidential().forEach(conceal);
        try {
            TlsConfig tls = tls(owner, conceal);
            ProxyRoute route = route(owner, tls, conceal);
            RegistryAccess access =
                    new RegistryAccess(who, tls, route.proxies(), Boolean.TRUE.equals(spec.insecure()), timeout(spec));
            return new ImageSource(image, access, parts.limits(), route);
        } catch (SecretException unusable) {
            throw new AccessException(unusable.message(), unusable);
        }
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

    /** Why the clouds' own logins cannot be used; empty where they are not asked for. */
    public Optional<String> unsupported(ImageRepositorySpec spec) {
        return isGeneric(spec) || spec.secretRef() != null
                ? Optional.empty()
                : Optional.of(
                        "spec.provider '" + spec.provider() + "' is not supported by this version of the controller;"
                                + " name a secret with credentials in spec.secretRef");
    }
}
