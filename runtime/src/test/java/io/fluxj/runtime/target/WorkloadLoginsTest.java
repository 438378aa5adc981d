package io.fluxj.runtime.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fluxj.runtime.identity.ServiceAccountTokens;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Logins to other clusters by {@code spec.kubeConfig.configMapRef}. */
final class WorkloadLoginsTest {
    @TempDir
    Path folder;

    @ClusterTest
    void showsATokenOfTheAccountForTheAudiences(KubeCluster cluster) throws Exception {
        account(cluster, "deployer");
        settings(
                cluster,
                Map.of(
                        "provider", "generic",
                        "address", "other.example:6443",
                        "audiences", "other",
                        "serviceAccountName", "deployer"));
        WorkloadLogins logins = logins(cluster, DefaultAccount.of(""), true);

        Config config = logins.config(logins.of(cluster.namespace(), "other"), RemoteProxies.none());
        String token = config.getOauthTokenProvider().getToken();

        assertThat(config.getMasterUrl()).startsWith("https://other.example:6443");
        assertThat(claims(token))
                .contains("\"system:serviceaccount:" + cluster.namespace() + ":deployer\"")
                .contains("\"aud\":[\"other\"]");
        assertThat(config.getOauthTokenProvider().getToken()).as("kept").isEqualTo(token);
    }

    @ClusterTest
    void needsTheGateForANamedAccount(KubeCluster cluster) {
        settings(cluster, Map.of("provider", "generic", "address", "other.example", "serviceAccountName", "deployer"));

        assertThatThrownBy(() -> logins(cluster, DefaultAccount.of(""), false).of(cluster.namespace(), "other"))
                .hasMessageContaining("please enable the ObjectLevelWorkloadIdentity feature gate");
    }

    @ClusterTest
    void takesTheAccountOfTheFlagOrElseItsOwn(KubeCluster cluster) throws Exception {
        settings(cluster, Map.of("provider", "generic", "address", "other.example"));
        String claims = "{\"sub\":\"system:serviceaccount:flux-system:controller\"}";
        Path own = Files.writeString(
                folder.resolve("token"),
                "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x");

        WorkloadLogins.Login flag =
                logins(cluster, DefaultAccount.of("bot"), true).of(cluster.namespace(), "other");
        WorkloadLogins.Login itself =
                logins(cluster, new DefaultAccount("", own), true).of(cluster.namespace(), "other");

        assertThat(flag.namespace() + "/" + flag.account()).isEqualTo(cluster.namespace() + "/bot");
        assertThat(itself.namespace() + "/" + itself.account()).isEqualTo("flux-system/controller");
    }

    /** Whoever writes the address could otherwise have a token for the API server of the controller. */
    @ClusterTest
    void givesItsOwnTokenToNoOtherAudience(KubeCluster cluster) {
        settings(
                cluster,
                Map.of(
                        "provider",
                        "generic",
                        "address",
                        "evil.example",
                        "audiences",
                        "https://kubernetes.default.svc"));

        assertThatThrownBy(() -> logins(cluster, new DefaultAccount("", folder.resolve("token")), true)
                        .of(cluster.namespace(), "other"))
                .hasMessageContaining("it names audiences for the controller's own token");
    }

    @ClusterTest
    void saysWhatIsNotThere(KubeCluster cluster) throws Exception {
        WorkloadLogins logins = logins(cluster, DefaultAccount.of("bot"), true);
        assertThatThrownBy(() -> logins.of(cluster.namespace(), "other"))
                .hasMessage("unable to read KubeConfig ConfigMap '" + cluster.namespace()
                        + "/other': configmaps \"other\" not found");
        settings(cluster, Map.of("provider", "generic", "address", "other.example"));

        Config config = logins.config(logins.of(cluster.namespace(), "other"), RemoteProxies.none());

        assertThatThrownBy(() -> config.getOauthTokenProvider().getToken())
                .hasMessageContaining("no token for the service account '" + cluster.namespace() + "/bot'");
    }

    private static WorkloadLogins logins(KubeCluster cluster, DefaultAccount byDefault, boolean named) {
        TokenCache cache = new TokenCache(10, Duration.ofHours(1), Clock.systemUTC());
        return new WorkloadLogins(
                cluster.client(), new ServiceAccountTokens(cluster.client(), cache), byDefault, named);
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8)
                .replace(" ", "");
    }

    private static void account(KubeCluster cluster, String name) {
        cluster.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .build())
                .create();
    }

    private static void settings(KubeCluster cluster, Map<String, String> data) {
        cluster.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("other")
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .withData(data)
                        .build())
                .create();
    }
}
