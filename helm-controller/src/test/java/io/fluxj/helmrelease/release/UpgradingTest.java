package io.fluxj.helmrelease.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.helm.action.ActionException;
import io.fluxj.helm.action.ActionOptions;
import io.fluxj.helm.action.ServerSide;
import io.fluxj.helm.action.Switch;
import io.fluxj.helm.release.Release;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;

/** What upgrading leaves in a cluster. Texts are those of the recorded scenarios and of Helm 4.3. */
class UpgradingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ClusterTest
    void anUpgradeDeletesWhatIsNotWantedAnyMoreUnlessItShallStay(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{more: {going: none, staying: keep}}");
            shop.upgrade("{msg: two}");

            assertThat(shop.data("shop-cm", "msg")).isEqualTo("two");
            assertThat(shop.live("ConfigMap", "shop-going")).isEmpty();
            assertThat(shop.live("ConfigMap", "shop-staying")).isPresent();
            assertThat(shop.history()).containsExactly("1 superseded Install complete", "2 deployed Upgrade complete");
        }
    }

    @ClusterTest
    void aFailedUpgradeLeavesTheOldRevisionDeployedAndCleansUpIfAsked(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{}");
            ActionException failure =
                    Shop.failure(() -> shop.upgrade("{bad: true, more: {new: none}}", Switch.CLEANUP_ON_FAILURE));

            assertThat(failure)
                    .hasMessageStartingWith("failed to create resource: server-side apply failed for object ");
            assertThat(shop.history().getFirst()).isEqualTo("1 deployed Install complete");
            assertThat(shop.history().getLast())
                    .startsWith(
                            "2 failed Upgrade \"shop\" failed: failed to create resource: server-side apply failed");
            assertThat(shop.live("ConfigMap", "shop-new")).isEmpty();
        }
    }

    @ClusterTest
    void keepsSoManyRevisions(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{}");
            for (int i = 0; i < 3; i++) {
                shop.actions(2).upgrade().run(shop.wanted("{msg: m" + i + "}"), Shop.OPTIONS);
            }
            assertThat(shop.history()).containsExactly("3 superseded Upgrade complete", "4 deployed Upgrade complete");
        }
    }

    @ClusterTest
    void mergesOnThisSideWhereItIsAskedTo(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            ActionOptions here = Shop.OPTIONS.withServerSide(ServerSide.DISABLED);
            String two = "{ports: [{name: a, port: 80}, {name: b, port: 81}]}";
            shop.actions().install().run(shop.wanted(two), here);
            ObjectNode foreign = JSON.createObjectNode();
            foreign.putObject("data").put("own", "1").put("msg", "drifted");
            shop.cluster.merge(shop.ref("ConfigMap", "shop-cm"), foreign, "kubectl");

            Release release = shop.upgrade("{ports: [{name: b, port: 81}, {name: c, port: 82}]}");

            assertThat(release.applyMethod().text()).isEqualTo("csa");
            assertThat(shop.data("shop-cm", "msg")).isEqualTo("default");
            assertThat(shop.data("shop-cm", "own")).isEqualTo("1");
            assertThat(shop.live("Service", "shop-ports")
                            .orElseThrow()
                            .path("spec")
                            .path("ports"))
                    .extracting(port ->
                            port.path("name").asText() + port.path("port").asInt())
                    .containsExactly("b81", "c82");
            assertThat(Shop.managers(shop.live("ConfigMap", "shop-cm").orElseThrow()))
                    .containsExactlyInAnyOrder("helm-controller Update", "kubectl Update");

            shop.actions().upgrade().run(shop.wanted("{}"), Shop.OPTIONS.withServerSide(ServerSide.ENABLED));
            assertThat(Shop.managers(shop.live("ConfigMap", "shop-cm").orElseThrow()))
                    .containsExactlyInAnyOrder("helm-controller Apply", "kubectl Update");
            assertThat(shop.live("Service", "shop-ports")).isEmpty();
        }
    }

    @ClusterTest
    void reusesTheValuesOfTheLastRevision(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{msg: one, more: {extra: none}}");
            Release release = shop.upgrade("{msg: two}", Switch.REUSE_VALUES);
            assertThat(release.config().keySet()).containsExactlyInAnyOrder("msg", "more");
            assertThat(shop.data("shop-cm", "msg")).isEqualTo("two");
            assertThat(shop.live("ConfigMap", "shop-extra")).isPresent();
        }
    }
}
