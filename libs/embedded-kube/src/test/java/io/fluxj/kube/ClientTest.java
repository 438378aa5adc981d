package io.fluxj.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fluxj.kube.fault.Faults;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An unmodified client works with the server. */
@SuppressWarnings("NullAway.Init")
class ClientTest {
    private EmbeddedKube kube;
    private KubernetesClient client;

    @BeforeEach
    void start() {
        kube = EmbeddedKube.start();
        client = clientOf(kube.kubeconfig());
    }

    @AfterEach
    void stop() {
        client.close();
        kube.close();
    }

    private static KubernetesClient clientOf(String kubeconfig) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build();
    }

    private static ConfigMap configMap(String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("a")
                .withNamespace("default")
                .endMetadata()
                .addToData("k", value)
                .build();
    }

    @Test
    void informersFollowChangesAndComeBackAfterTheirWatchIsCut() {
        try (SharedIndexInformer<ConfigMap> informer =
                client.configMaps().inNamespace("default").inform()) {
            client.resource(configMap("1")).create();
            await().until(() -> informer.getStore().getByKey("default/a") != null);
            kube.cutWatches();
            client.resource(configMap("2")).update();
            await().until(() -> "2"
                    .equals(informer.getStore().getByKey("default/a").getData().get("k")));
        }
    }

    @Test
    void informersSeeObjectsOfAnySize() {
        String large = "x".repeat(1_000_000);
        try (SharedIndexInformer<ConfigMap> informer =
                client.configMaps().inNamespace("default").inform()) {
            client.resource(configMap("1")).create();
            await().until(() -> informer.getStore().getByKey("default/a") != null);
            client.resource(configMap(large)).update();
            await().until(() -> large.equals(
                    informer.getStore().getByKey("default/a").getData().get("k")));
        }
    }

    @Test
    void serverSideApplyDryRunStoresNothing() {
        ConfigMap dry =
                client.resource(configMap("1")).dryRun().fieldManager("m").serverSideApply();

        assertThat(dry.getData()).containsEntry("k", "1");
        assertThat(client.configMaps().inNamespace("default").withName("a").get())
                .isNull();
    }

    @Test
    void aUserWithoutRightsIsRefused() {
        try (KubernetesClient nobody = clientOf(kube.kubeconfig("nobody", List.of()))) {
            assertThatThrownBy(() -> nobody.secrets().inNamespace("default").list())
                    .isInstanceOf(KubernetesClientException.class)
                    .hasMessageContaining("User \"nobody\" cannot list resource \"secrets\"");
        }
    }

    @Test
    void anOrderedFaultMeetsTheCallItWasMadeFor() {
        kube.faults().add("POST", "/configmaps", 1, 1, new Faults.Effect.Answer(409));

        assertThatThrownBy(() -> client.resource(configMap("1")).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> assertThat(e.getCode())
                        .isEqualTo(409));
        assertThat(client.resource(configMap("1")).create().getMetadata().getUid())
                .isNotEmpty();
    }
}
