package io.fluxj.runtime.target;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.ServiceAccountTokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Logins to other clusters with the identity of a service account, without a Secret. Source: behaviour §0.3, §11.
 *
 * @param client reads the ConfigMaps
 * @param byDefault the account of ConfigMaps that name none
 * @param named whether objects may name accounts: the gate {@code ObjectLevelWorkloadIdentity}
 */
record WorkloadLogins(KubernetesClient client, ServiceAccountTokens tokens, DefaultAccount byDefault, boolean named) {

    /** A way into a cluster: whose token it is, and for whom. */
    record Login(ClusterSettings settings, String namespace, String account) {}

    Login of(String namespace, String name) throws TargetFailure {
        String place = namespace + "/" + name;
        ClusterSettings settings = settings(namespace, name, place);
        if (!settings.account().isEmpty()) {
            if (!named) {
                throw new TargetFailure(
                        "to use serviceAccountName in the ConfigMap '%s' for authentication please enable the ObjectLevelWorkloadIdentity feature gate in the controller"
                                .formatted(place));
            }
            return new Login(settings, namespace, settings.account());
        }
        if (byDefault.isOwn() && settings.named()) {
            // A token of the controller for its own API server would otherwise go to whoever writes the address.
            throw new TargetFailure(
                    "the ConfigMap '%s' of spec.kubeConfig cannot be used: it names audiences for the controller's own token: name a serviceAccountName too"
                            .formatted(place));
        }
        DefaultAccount.Account account = byDefault.in(namespace);
        return new Login(settings, account.namespace(), account.name());
    }

    private ClusterSettings settings(String namespace, String name, String place) throws TargetFailure {
        try {
            ConfigMap map =
                    client.configMaps().inNamespace(namespace).withName(name).get();
            if (map == null) {
                throw new TargetFailure(
                        "unable to read KubeConfig ConfigMap '%s': configmaps \"%s\" not found".formatted(place, name));
            }
            return ClusterSettings.of(map.getData() == null ? Map.of() : map.getData());
        } catch (KubernetesClientException e) {
            throw new TargetFailure("unable to read KubeConfig ConfigMap '%s': %s".formatted(place, e.getMessage()), e);
        } catch (TargetFailure e) {
            throw e.message().startsWith("unable")
                    ? e
                    : new TargetFailure(
                            "the ConfigMap '%s' of spec.kubeConfig cannot be used: %s".formatted(place, e.message()));
        }
    }

    /** The configuration of a client that asks for a token whenever the last one is going to expire. */
    Config config(Login login, RemoteProxies proxies) throws TargetFailure {
        ConfigBuilder builder = new ConfigBuilder(Config.empty())
                .withAutoConfigure(false)
                .withMasterUrl(login.settings().address());
        if (!login.settings().certificates().isEmpty()) {
            builder.withCaCertData(Base64.getEncoder()
                    .encodeToString(login.settings().certificates().getBytes(StandardCharsets.UTF_8)));
        }
        Config config = builder.build();
        config.setTrustCerts(false);
        config.setDisableHostnameVerification(false);
        config.setOauthTokenProvider(token(login));
        proxies.choose(config, "");
        return config;
    }

    /** Asked before every request; kept tokens cost nothing. */
    private OAuthTokenProvider token(Login login) {
        return () -> {
            try {
                return tokens.of(
                                login.namespace(),
                                login.account(),
                                login.settings().audiences())
                        .value();
            } catch (IdentityException e) {
                throw new KubernetesClientException(e.message(), e);
            }
        };
    }
}
