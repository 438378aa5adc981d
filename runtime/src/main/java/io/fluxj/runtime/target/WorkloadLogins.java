package io.fluxj.runtime.target;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.ClusterPlace;
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
 * @param clouds clusters that clouds run
 */
record WorkloadLogins(
        KubernetesClient client,
        ServiceAccountTokens tokens,
        DefaultAccount byDefault,
        boolean named,
        CloudClusters clouds) {

    /** A way into a cluster: whose token it is, and for whom. */
    record Login(ClusterSettings settings, String namespace, String account) {}

    Login of(String namespace, String name) throws TargetFailure {
        String place = namespace + "/" + name;
        ClusterSettings settings = settings(namespace, name, place);
        if (!settings.account().isEmpty() && !named) {
            throw new TargetFailure(
                    "to use serviceAccountName in the ConfigMap '%s' for authentication please enable the ObjectLevelWorkloadIdentity feature gate in the controller"
                            .formatted(place));
        }
        if (settings.isOfCloud()) {
            return inCloud(settings, namespace, place);
        }
        if (!settings.account().isEmpty()) {
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

    private Login inCloud(ClusterSettings settings, String namespace, String place) throws TargetFailure {
        CloudClusters.Wanted wanted = wanted(settings, namespace);
        boolean asController = settings.account().isEmpty() && byDefault.isOwn();
        try {
            clouds.check(wanted);
            if (asController && settings.cluster().isEmpty()) {
                throw new IdentityException(
                        "it names no cluster, and the controller shows who it is only to a cluster that"
                                + " the cloud knows: name the cluster, or a serviceAccountName");
            }
            boolean complete =
                    !settings.address().isEmpty() && !settings.certificates().isEmpty();
            if (!asController && (complete || settings.cluster().isEmpty())) {
                return new Login(settings, namespace, settings.account());
            }
            return new Login(located(settings, clouds.place(wanted), asController), namespace, settings.account());
        } catch (IdentityException e) {
            throw new TargetFailure(
                    "the ConfigMap '%s' of spec.kubeConfig cannot be used: %s".formatted(place, e.message()), e);
        }
    }

    private static ClusterSettings located(ClusterSettings settings, ClusterPlace told, boolean asController)
            throws IdentityException {
        boolean elsewhere = !settings.address().isEmpty() && !settings.address().equals(told.address());
        if (asController && elsewhere) {
            throw new IdentityException("its address '" + settings.address() + "' is not that of its cluster, '"
                    + told.address() + "': leave it out, or name a serviceAccountName");
        }
        boolean given = !asController && !settings.certificates().isEmpty();
        return settings.at(
                settings.address().isEmpty() ? told.address() : settings.address(),
                given ? settings.certificates() : told.certificates());
    }

    private static CloudClusters.Wanted wanted(ClusterSettings settings, String namespace) {
        return new CloudClusters.Wanted(settings.provider(), settings.cluster(), namespace, settings.account());
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
                return shown(login).value();
            } catch (IdentityException e) {
                throw new KubernetesClientException(e.message(), e);
            }
        };
    }

    private AccessToken shown(Login login) throws IdentityException {
        ClusterSettings settings = login.settings();
        return settings.isOfCloud()
                ? clouds.token(wanted(settings, login.namespace()))
                : tokens.of(login.namespace(), login.account(), settings.audiences());
    }
}
