package io.fluxj.runtime.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fluxj.api.meta.KubeConfigReference;
import io.fluxj.api.meta.SecretKeyReference;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.runtime.client.ClientRules;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.client.WriteRefused;
import io.fluxj.runtime.identity.ServiceAccountTokens;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.options.ClientOptions;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.KubeTarget;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;

/** Objects apply to the cluster that their spec means, as whom it means, over as few clients as possible. */
final class TargetClustersTest {
    private static final ObjectRef MARKER = ObjectRef.of("v1", "ConfigMap", "default", "marker");

    private static final EmbeddedKube elsewhere = EmbeddedKube.start();

    private final AtomicBoolean leading = new AtomicBoolean(true);
    private final List<Cluster> left = new ArrayList<>();

    @AfterAll
    static void stop() {
        elsewhere.close();
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void appliesToTheClusterOfTheKubeconfig(KubeCluster cluster) throws Exception {
        secret(cluster, "k", Map.of("value", elsewhere.kubeconfig()));
        try (TargetClusters targets = targets(cluster, "")) {
            TargetCluster remote = targets.of("app", there(cluster, "", "k", ""));

            remote.cluster().apply(MARKER, marker(), "test");

            assertThat(remote.cluster().get(MARKER)).isPresent();
            assertThat(targets.of("app", here(cluster, "")).cluster().get(MARKER))
                    .isEmpty();
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void sharesAClientAmongObjectsAsLongAsOneUsesIt(KubeCluster cluster) throws Exception {
        String kubeconfig = elsewhere.kubeconfig();
        secret(cluster, "k", Map.of("value", kubeconfig));
        secret(cluster, "same", Map.of("other", kubeconfig));
        secret(cluster, "jane", Map.of("value.yaml", elsewhere.kubeconfig("jane", List.of())));
        try (TargetClusters targets = targets(cluster, "")) {
            targets.of("one", there(cluster, "", "k", ""));
            targets.of("two", there(cluster, "robot", "same", "other"));
            assertThat(targets.openClients()).isOne();

            targets.of("two", there(cluster, "", "jane", ""));
            assertThat(targets.openClients()).isEqualTo(2);

            targets.of("one", here(cluster, ""));
            assertThat(targets.openClients()).isOne();

            assertThat(left).as("told before they are closed").hasSize(1);
            targets.forget("two");
            assertThat(targets.openClients()).isZero();
            assertThat(left).hasSize(2);
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void followsTheSecret(KubeCluster cluster) throws Exception {
        secret(cluster, "k", Map.of("value", elsewhere.kubeconfig("jane", List.of())));
        try (TargetClusters targets = targets(cluster, "")) {
            TargetCluster jane = targets.of("app", there(cluster, "", "k", ""));
            assertThatThrownBy(() -> jane.cluster().get(MARKER))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("User \"jane\" cannot get resource");

            secret(cluster, "k", Map.of("value", elsewhere.kubeconfig()));

            assertThat(targets.of("app", there(cluster, "", "k", "")).cluster().discovery())
                    .isNotNull();
            assertThat(targets.openClients()).isOne();
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void impersonatesTheServiceAccountInTheOtherCluster(KubeCluster cluster) throws Exception {
        secret(cluster, "k", Map.of("value", elsewhere.kubeconfig()));
        try (TargetClusters targets = targets(cluster, "bydefault")) {
            TargetCluster named = targets.of("app", there(cluster, "robot", "k", ""));
            TargetCluster unnamed = targets.of("app", there(cluster, "", "k", ""));

            assertThat(named.user()).isEqualTo("system:serviceaccount:" + cluster.namespace() + ":robot");
            assertThatThrownBy(() -> named.cluster().get(MARKER)).hasMessageContaining(named.user());
            assertThat(named.hasAccount()).isFalse();
            assertThat(named.missingAccount())
                    .isEqualTo("serviceaccount \"robot\" not found in namespace " + cluster.namespace()
                            + ": create it, or correct spec.serviceAccountName");
            assertThat(unnamed.missingAccount())
                    .isEqualTo("serviceaccount \"bydefault\" not found in namespace " + cluster.namespace()
                            + ": create it, or correct --default-service-account");
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void writesNothingElsewhereEitherOnceTheLeaseIsLost(KubeCluster cluster) throws Exception {
        secret(cluster, "k", Map.of("value", elsewhere.kubeconfig()));
        try (TargetClusters targets = targets(cluster, "")) {
            TargetCluster remote = targets.of("app", there(cluster, "", "k", ""));
            leading.set(false);

            assertThat(remote.cluster().list(MARKER, "").path("items")).isNotNull();
            assertThatThrownBy(() -> remote.cluster().apply(MARKER, marker(), "test"))
                    .hasStackTraceContaining(WriteRefused.class.getName());
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void opensNothingForWhatIsNoKubeconfig(KubeCluster cluster) throws Exception {
        secret(cluster, "k", Map.of("wrong", "hunter2"));
        try (TargetClusters targets = targets(cluster, "")) {
            assertThatThrownBy(() -> targets.of("app", there(cluster, "", "k", "")))
                    .isInstanceOf(TargetFailure.class);
            assertThatThrownBy(() -> targets.of("app", there(cluster, "", "k", "wrong")))
                    .hasMessage("the kubeconfig of spec.kubeConfig cannot be used: it is no YAML of kind Config");
            assertThat(targets.openClients()).isZero();
        }
    }

    private TargetClusters targets(KubeCluster cluster, String defaultAccount) {
        ClientRules rules =
                new ClientRules("test", new ClientOptions(), new ControllerMetrics(new PrometheusRegistry()), () -> {
                    if (!leading.get()) {
                        throw new WriteRefused("no lease");
                    }
                });
        return new TargetClusters(
                cluster.client(),
                defaultAccount,
                new TargetClusters.Kubeconfigs(
                        KubeconfigRules.safe(),
                        RemoteProxies.none(),
                        config -> KubernetesClients.remote(config, rules)),
                new TargetClusters.Identities(
                        new ServiceAccountTokens(
                                cluster.client(), new TokenCache(10, Duration.ofHours(1), Clock.systemUTC())),
                        DefaultAccount.of("bot"),
                        true,
                        WorkloadLoginsTest.clouds(cluster, "bot", call -> "")),
                left::add);
    }

    private static TargetReference here(KubeCluster cluster, String account) {
        return TargetReference.of(cluster.namespace(), account, null);
    }

    private static TargetReference there(KubeCluster cluster, String account, String secret, String key) {
        return TargetReference.of(
                cluster.namespace(),
                account,
                KubeConfigReference.builder()
                        .secretRef(SecretKeyReference.builder()
                                .name(secret)
                                .key(key)
                                .build())
                        .build());
    }

    private static ObjectNode marker() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", "v1").put("kind", "ConfigMap");
        object.putObject("metadata").put("name", MARKER.name()).put("namespace", MARKER.namespace());
        return object;
    }

    private static void secret(KubeCluster cluster, String name, Map<String, String> data) {
        Secret secret = new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(cluster.namespace())
                .endMetadata()
                .withStringData(data)
                .build();
        cluster.client().resource(secret).createOr(existing -> existing.update());
    }
}
