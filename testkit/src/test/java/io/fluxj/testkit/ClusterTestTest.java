package io.fluxj.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

final class ClusterTestTest {
    private @Nullable String namespaceBefore;

    @BeforeEach
    void remember(KubeCluster cluster) {
        namespaceBefore = cluster.namespace();
    }

    @ClusterTest
    void givesTheSameClusterToTheTestAndItsSetUp(KubeCluster cluster) {
        assertThat(cluster.namespace()).isEqualTo(namespaceBefore);
    }

    @ClusterTest
    void writesAndReadsInTheNamespaceOfTheTest(KubeCluster cluster) {
        ConfigMap written = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("a")
                .withNamespace(cluster.namespace())
                .endMetadata()
                .addToData("key", "value")
                .build();

        cluster.client().resource(written).create();

        assertThat(cluster.client()
                        .configMaps()
                        .inNamespace(cluster.namespace())
                        .withName("a")
                        .get()
                        .getData())
                .containsEntry("key", "value");
    }

    @ClusterTest
    void servesTheKubeconfigsAdministrator(KubeCluster cluster) {
        Config config = Config.fromKubeconfig(cluster.kubeconfig().toFile());
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            assertThat(client.namespaces().withName(cluster.namespace()).get()).isNotNull();
        }
    }

    @ClusterTest
    void servesTheCrdsOnTheClassPath(KubeCluster cluster) {
        var widgets = cluster.client()
                .genericKubernetesResources("testkit.fluxj.io/v1", "Widget")
                .inNamespace(cluster.namespace());

        assertThat(widgets.list().getItems()).isEmpty();
    }

    @ClusterTest
    void deniesWhatNoRoleAllows(KubeCluster cluster) {
        Config config = new ConfigBuilder(
                        Config.fromKubeconfig(cluster.kubeconfig().toFile()))
                .withImpersonateUsername("system:serviceaccount:" + cluster.namespace() + ":default")
                .build();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            var configMaps = client.configMaps().inNamespace(cluster.namespace());
            assertThatThrownBy(configMaps::list)
                    .isInstanceOfSatisfying(KubernetesClientException.class, e -> assertThat(e.getCode())
                            .isEqualTo(403));
        }
    }
}
