package io.fluxj.notification.delivery;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.notification.v1beta3.CloudEventsMode;
import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.api.notification.v1beta3.ProviderSpec;
import io.fluxj.api.notification.v1beta3.ProviderType;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.notification.provider.DeliveryFailure;
import io.fluxj.notification.provider.ObjectName;
import io.fluxj.notification.provider.Settings;
import io.fluxj.runtime.secret.BasicAuth;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.ProxyAddress;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.TlsFiles;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a Provider and its Secrets say, each time anew. Source: behaviour §0.2, §4.1. */
final class ProviderSecrets {
    private static final int LONGEST_ADDRESS = 2048;

    private final SecretLookup secrets;

    ProviderSecrets(SecretLookup secrets) {
        this.secrets = secrets;
    }

    /**
     * The Secret that a Provider names; an empty one when it names none.
     *
     * @throws DeliveryFailure when it is not there
     */
    NamedSecret secret(Provider provider) throws DeliveryFailure {
        return find(provider, provider.getSpec().secretRef())
                .orElseGet(() -> NamedSecret.none(provider.getMetadata().getNamespace()));
    }

    /**
     * All of it.
     *
     * @param secret of the Provider
     * @throws DeliveryFailure when a Secret is missing or of no use
     */
    Prepared prepare(Provider provider, ProviderType type, NamedSecret secret, String commitStatus)
            throws DeliveryFailure {
        ProviderSpec spec = provider.getSpec();
        if (secret.text("address").length() > LONGEST_ADDRESS) {
            throw new DeliveryFailure(
                    "invalid address in secret: address exceeds maximum length of " + LONGEST_ADDRESS + " bytes");
        }
        Map<String, String> headers = HeaderFile.read(secret.text("headers"));
        Optional<ProxyServer> proxy = proxy(provider, secret);
        TlsConfig named = tls(provider, type, secret);
        ObjectName name = new ObjectName(
                provider.getMetadata().getNamespace(),
                provider.getMetadata().getName(),
                String.valueOf(provider.getMetadata().getUid()));
        Settings settings = new Settings(
                address(spec, secret),
                text(spec.channel()),
                credentials(spec, secret),
                headers,
                name,
                commitStatus,
                cloudEvents(spec));
        // what proves who the controller is goes to nobody whom the Provider says to trust
        TlsConfig tls = ProviderTraits.usesCloudIdentity(type, settings) ? TlsConfig.SYSTEM : named;
        return new Prepared(type, settings, tls, proxy);
    }

    /** A value that this version does not know is one that the API server did not check either. */
    private static Optional<CloudEventsMode> cloudEvents(ProviderSpec spec) throws DeliveryFailure {
        if (spec.cloudEvents() == null) {
            return Optional.empty();
        }
        String given = spec.cloudEvents().text();
        return Optional.of(spec.cloudEvents()
                .known()
                .orElseThrow(
                        () -> new DeliveryFailure("spec.cloudEvents is '" + given + "': write structured or binary")));
    }

    /** The Secret's address wins. */
    static String address(ProviderSpec spec, NamedSecret secret) {
        return secret.has("address") ? secret.text("address").strip() : text(spec.address());
    }

    private static Settings.Credentials credentials(ProviderSpec spec, NamedSecret secret) {
        String token = secret.text("token").strip();
        Optional<BasicAuth> basic = basic(secret);
        return new Settings.Credentials(
                basic.map(BasicAuth::username).orElse(text(spec.username())),
                basic.map(BasicAuth::password).orElse(""),
                token,
                text(spec.serviceAccountName()),
                secret);
    }

    /** Half a name and password is none; the types that cannot do without say so. */
    private static Optional<BasicAuth> basic(NamedSecret secret) {
        try {
            return BasicAuth.find(secret);
        } catch (SecretException half) {
            return Optional.empty();
        }
    }

    private Optional<ProxyServer> proxy(Provider provider, NamedSecret secret) throws DeliveryFailure {
        Optional<NamedSecret> named = find(provider, provider.getSpec().proxySecretRef());
        if (named.isPresent()) {
            try {
                return Optional.of(ProxyAddress.require(named.get()).server());
            } catch (SecretException unusable) {
                throw new DeliveryFailure("failed to get proxy URL: " + unusable.message());
            }
        }
        if (secret.has("proxy")) {
            return Optional.of(ProxyServer.parse(secret.text("proxy").strip())
                    .orElseThrow(() -> new DeliveryFailure("invalid 'proxy' in secret '" + secret.shown() + "'")));
        }
        String deprecated = text(provider.getSpec().proxy());
        if (deprecated.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ProxyServer.parse(deprecated)
                .orElseThrow(() -> new DeliveryFailure("spec.proxy is no proxy: write http://host:port")));
    }

    private TlsConfig tls(Provider provider, ProviderType type, NamedSecret secret) throws DeliveryFailure {
        Optional<NamedSecret> named = find(provider, provider.getSpec().certSecretRef());
        try {
            if (named.isPresent()) {
                return TlsFiles.require(named.get()).alone();
            }
            if (!ProviderTraits.setsCommitStatus(type) || provider.getSpec().secretRef() == null) {
                return TlsConfig.SYSTEM;
            }
            var _ = BasicAuth.find(secret);
            return TlsFiles.of(secret).isEmpty()
                    ? TlsConfig.SYSTEM
                    : TlsFiles.require(secret).alone();
        } catch (SecretException unusable) {
            throw new DeliveryFailure("failed to get TLS config: " + unusable.message());
        }
    }

    private Optional<NamedSecret> find(Provider provider, @Nullable LocalObjectReference reference)
            throws DeliveryFailure {
        if (reference == null) {
            return Optional.empty();
        }
        String namespace = provider.getMetadata().getNamespace();
        String problem = "failed to get secret '" + namespace + "/" + reference.name() + "': ";
        try {
            NamedSecret found = secrets.find(namespace, reference.name())
                    .orElseThrow(() -> new DeliveryFailure(problem + "secrets \"" + reference.name() + "\" not found"));
            return Optional.of(found);
        } catch (KubernetesClientException refused) {
            throw new DeliveryFailure(problem + refused.getMessage());
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
