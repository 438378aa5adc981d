package io.fluxj.helmrelease.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.helm.action.ActionException;
import io.fluxj.helm.action.Switch;
import io.fluxj.helm.action.Uninstalled;
import io.fluxj.helm.release.Release;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;

/** What rolling back and uninstalling leave in a cluster. Texts are those of the recorded scenarios and of Helm 4.3. */
class GoingBackTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ClusterTest
    void rollsBackToAFormerRevision(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{msg: one}");
            shop.upgrade("{msg: two, more: {extra: none}}");
            Release back = shop.actions().rollback().run("shop", 1, Shop.OPTIONS);

            assertThat(back.info().rollbackRevision()).isEqualTo(1);
            assertThat(shop.data("shop-cm", "msg")).isEqualTo("one");
            assertThat(shop.live("ConfigMap", "shop-extra")).isEmpty();
            assertThat(shop.history())
                    .containsExactly(
                            "1 superseded Install complete",
                            "2 superseded Upgrade complete",
                            "3 deployed Rollback to 1");
        }
    }

    @ClusterTest
    void aRollbackWhoseHookFailsIsPendingUntilItIsUnlocked(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{hooks: {pre-rollback: Failed}}");
            shop.upgrade("{msg: two}");
            ActionException failure =
                    Shop.failure(() -> shop.actions().rollback().run("shop", 1, Shop.OPTIONS));

            assertThat(failure)
                    .hasMessage("failed early due to stalled resources: [Pod/" + shop.namespace
                            + "/shop-pre-rollback status: 'Failed']");
            assertThat(shop.history().getLast()).isEqualTo("3 pending-rollback Rollback to 1");
            assertThat(Shop.failure(() -> shop.upgrade("{}")))
                    .hasMessage("another operation (install/upgrade/rollback) is in progress");

            shop.actions().unlock().run("shop");
            assertThat(shop.history().getLast())
                    .isEqualTo("3 failed Release unlocked from stale 'pending-rollback' state");
            shop.upgrade("{msg: three}");
            assertThat(shop.history().getLast()).isEqualTo("4 deployed Upgrade complete");
        }
    }

    @ClusterTest
    void uninstallsAllButWhatShallStayOrBelongsToOthers(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{more: {going: none, staying: keep, given: none}}");
            ObjectNode other = JSON.createObjectNode();
            other.putObject("metadata").putObject("annotations").put("meta.helm.sh/release-name", "other");
            shop.cluster.merge(shop.ref("ConfigMap", "shop-given"), other, "kubectl");

            Uninstalled gone = shop.actions().uninstall().run("shop", Shop.OPTIONS);

            assertThat(gone.info())
                    .isEqualTo("These resources were kept due to the resource policy:\n[ConfigMap] shop-staying\n");
            assertThat(gone.release().status().text()).isEqualTo("uninstalled");
            assertThat(shop.live("ConfigMap", "shop-cm")).isEmpty();
            assertThat(shop.live("ConfigMap", "shop-going")).isEmpty();
            assertThat(shop.live("ConfigMap", "shop-staying")).isPresent();
            assertThat(shop.live("ConfigMap", "shop-given")).isPresent();
            assertThat(shop.history()).isEmpty();
            assertThat(Shop.failure(() -> shop.actions().uninstall().run("shop", Shop.OPTIONS)))
                    .hasMessage("uninstall: Release not loaded: shop: release: not found");
        }
    }

    @ClusterTest
    void keepsTheHistoryOfWhatIsUninstalledAndItsNameTaken(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{}");
            shop.actions().uninstall().run("shop", Shop.OPTIONS.with(Switch.KEEP_HISTORY));

            assertThat(shop.history()).containsExactly("1 uninstalled Uninstallation complete");
            assertThat(Shop.failure(() -> shop.install("{}")))
                    .hasMessage("release name check failed: cannot reuse a name that is still in use");
            shop.actions().install().run(shop.wanted("{}"), Shop.OPTIONS.with(Switch.REPLACE));
            assertThat(shop.history())
                    .containsExactly("1 superseded superseded by new release", "2 deployed Install complete");
            assertThat(shop.data("shop-cm", "release")).isEqualTo("shop/" + shop.namespace + "/1");
        }
    }

    @ClusterTest
    void aFailedHookLeavesTheReleaseHalfUninstalled(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{hooks: {pre-delete: Failed}}");
            assertThat(Shop.failure(() -> shop.actions().uninstall().run("shop", Shop.OPTIONS)))
                    .hasMessage("failed early due to stalled resources: [Pod/" + shop.namespace
                            + "/shop-pre-delete status: 'Failed']");
            assertThat(shop.history()).containsExactly("1 uninstalling Deletion in progress (or silently failed)");
            assertThat(shop.live("ConfigMap", "shop-cm")).isPresent();

            shop.actions().uninstall().run("shop", Shop.OPTIONS.with(Switch.NO_HOOKS));
            assertThat(shop.history()).isEmpty();
        }
    }
}
