package io.fluxj.runtime.target;

import static io.fluxj.runtime.target.Kubeconfig.given;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of a kubeconfig the configuration of a client, which takes nothing from this process: no files, no variables, no account. */
final class RemoteConfig {
    private final KubeconfigRules rules;
    private final RemoteProxies proxies;

    RemoteConfig(KubeconfigRules rules, RemoteProxies proxies) {
        this.rules = rules;
        this.proxies = proxies;
    }

    Config of(Kubeconfig kubeconfig) throws TargetFailure {
        KubeconfigCheck.check(kubeconfig, rules);
        Cluster cluster = kubeconfig.cluster();
        String server = given(cluster.getServer());
        Config config = new ConfigBuilder(Config.empty())
                .withAutoConfigure(false)
                .withMasterUrl(server.contains("://") ? server : "https://" + server)
                .withCaCertData(cluster.getCertificateAuthorityData())
                .withTlsServerName(cluster.getTlsServerName())
                .build();
        boolean unchecked = rules.anyCertificate() && Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify());
        config.setTrustCerts(unchecked);
        config.setDisableHostnameVerification(unchecked);
        authenticate(config, kubeconfig.user());
        impersonate(config, kubeconfig.user());
        proxies.choose(config, given(cluster.getProxyUrl()));
        return config;
    }

    private void authenticate(Config config, AuthInfo user) throws TargetFailure {
        config.setClientCertData(user.getClientCertificateData());
        config.setClientKeyData(user.getClientKeyData());
        config.setUsername(user.getUsername());
        config.setPassword(user.getPassword());
        config.setOauthToken(user.getToken());
        ExecConfig program = user.getExec();
        if (program != null && rules.programs()) {
            ProgramLogin login = ProgramLogin.by(program);
            login.certificate().ifPresent(config::setClientCertData);
            login.key().ifPresent(config::setClientKeyData);
            config.setOauthTokenProvider(login);
        }
    }

    /** A service account of the spec takes the place of this user, who must then be allowed to impersonate it. */
    private static void impersonate(Config config, AuthInfo user) {
        if (!given(user.getAs()).isEmpty()) {
            config.setImpersonateUsername(user.getAs());
            config.setImpersonateGroups(orEmpty(user.getAsGroups()).toArray(String[]::new));
            config.setImpersonateExtras(user.getAsUserExtra() == null ? Map.of() : user.getAsUserExtra());
        }
    }

    private static List<String> orEmpty(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
