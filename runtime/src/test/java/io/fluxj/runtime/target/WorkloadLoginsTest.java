package io.fluxj.runtime.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.ServiceAccountTokens;
import io.fluxj.runtime.identity.ServiceAccounts;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;

/** Logins to other clusters by {@code spec.kubeConfig.configMapRef}. */
final class WorkloadLoginsTest {
    @TempDir
    Path folder;

    private static final String GKE = "projects/fleet/locations/europe-west1/clusters/prod";
    private static final String PROVIDER = "projects/1/locations/global/workloadIdentityPools/pool/providers/cluster";

    private final List<String> calls = new CopyOnWriteArrayList<>();

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

    private WorkloadLogins logins(KubeCluster cluster, DefaultAccount byDefault, boolean named) {
        TokenCache cache = new TokenCache(10, Duration.ofHours(1), Clock.systemUTC());
        return new WorkloadLogins(
                cluster.client(),
                new ServiceAccountTokens(cluster.client(), cache),
                byDefault,
                named,
                clouds(cluster, byDefault.flag(), this::answer));
    }

    static CloudClusters clouds(KubeCluster cluster, String byDefault, Caller caller) {
        CloudEnvironment environment = new CloudEnvironment(
                Map.of("GCE_METADATA_HOST", "metadata.test"),
                caller,
                new TokenCache(10, Duration.ofHours(1), Clock.systemUTC()),
                Clock.systemUTC());
        return new CloudClusters(
                CloudLogins.of(
                        new ServiceAccounts(cluster.client()), new CloudLogins.Whose(true, byDefault), environment),
                caller);
    }

    private String answer(Call call) {
        calls.add(call.toString());
        return call.address().getHost().equals("container.googleapis.com")
                ? "{\"endpoint\":\"203.0.113.7\",\"masterAuth\":{\"clusterCaCertificate\":\"cGVt\"}}"
                : "{\"access_token\":\"token" + calls.size() + "\",\"expires_in\":3600}";
    }

    @ClusterTest
    void aCloudTellsWhereAClusterIsAndVouchesForTheAccount(KubeCluster cluster) throws Exception {
        account(cluster, "deployer");
        settings(cluster, Map.of("provider", "gcp", "cluster", GKE, "serviceAccountName", "deployer"));
        cluster.client()
                .serviceAccounts()
                .inNamespace(cluster.namespace())
                .withName("deployer")
                .edit(found -> {
                    found.getMetadata()
                            .setAnnotations(Map.of("gcp.auth.fluxcd.io/workload-identity-provider", PROVIDER));
                    return found;
                });
        WorkloadLogins logins = logins(cluster, DefaultAccount.of(""), true);

        WorkloadLogins.Login login = logins.of(cluster.namespace(), "other");
        Config config = logins.config(login, RemoteProxies.none());
        assertThat(config.getMasterUrl()).startsWith("https://203.0.113.7:443");
        assertThat(config.getCaCertData()).isEqualTo("cGVt");
        assertThat(config.getOauthTokenProvider().getToken()).startsWith("token");
        assertThat(calls)
                .containsExactly(
                        "POST https://sts.googleapis.com/v1/token", "GET https://container.googleapis.com/v1/" + GKE);
        assertThat(logins.of(cluster.namespace(), "other"))
                .as("one client for all")
                .isEqualTo(login);
        assertThat(calls).as("kept").hasSize(2);
    }

    @ClusterTest
    void theControllerShowsItselfOnlyToClustersThatTheCloudKnows(KubeCluster cluster) throws Exception {
        settings(cluster, Map.of("provider", "gcp", "cluster", GKE, "address", "evil.example"));
        WorkloadLogins logins = logins(cluster, DefaultAccount.of(""), true);
        assertThatThrownBy(() -> logins.of(cluster.namespace(), "other"))
                .hasMessageEndingWith(
                        "cannot be used: its address 'https://evil.example:443' is not that of its cluster,"
                                + " 'https://203.0.113.7:443': leave it out, or name a serviceAccountName");
        change(cluster, Map.of("provider", "gcp", "address", "evil.example"));
        assertThatThrownBy(() -> logins.of(cluster.namespace(), "other")).hasMessageContaining("it names no cluster");
        change(cluster, Map.of("provider", "aws", "address", "evil.example"));
        assertThatThrownBy(() -> logins.of(cluster.namespace(), "other"))
                .hasMessageEndingWith("cannot be used: it has no cluster, which the provider aws needs");
        change(cluster, Map.of("provider", "gcp", "cluster", GKE, "ca.crt", "of somebody"));
        assertThat(logins.of(cluster.namespace(), "other").settings().certificates())
                .isEqualTo("pem");
    }

    private static void change(KubeCluster cluster, Map<String, String> data) {
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("other")
                .edit(found -> {
                    found.setData(data);
                    return found;
                });
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
