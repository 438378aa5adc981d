package io.fluxj.helmrelease.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fluxj.helm.action.ActionException;
import io.fluxj.helm.action.ActionFailure;
import io.fluxj.helm.action.ActionOptions;
import io.fluxj.helm.action.ServerSide;
import io.fluxj.helm.action.Switch;
import io.fluxj.helm.action.TestFilter;
import io.fluxj.helm.action.Uninstalled;
import io.fluxj.helm.action.WaitMode;
import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.release.Release;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the actions leave in a cluster. Texts are those of the recorded scenarios and of Helm 4.3. */
class ReleasingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ClusterTest
    void installsByTheServerAndSaysWhoseTheObjectsAre(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            Release release = shop.install("{msg: hi, hooks: {pre-install: Succeeded, post-install: Succeeded}}");

            assertThat(shop.history()).containsExactly("1 deployed Install complete");
            assertThat(release.objects().hooks())
                    .extracting(Hook::name, hook -> hook.lastRun().phase())
                    .containsExactly(tuple("shop-post-install", "Succeeded"), tuple("shop-pre-install", "Succeeded"));
            JsonNode secret = shop.record(1);
            assertThat(secret.path("type").asText()).isEqualTo("helm.sh/release.v1");
            assertThat(secret.path("metadata").path("labels").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("name", "owner", "status", "version", "modifiedAt");
            assertThat(managers(secret)).containsExactly("flux-helm-controller Update");
            ObjectNode map = shop.live("ConfigMap", "shop-cm").orElseThrow();
            assertThat(managers(map)).containsExactly("helm-controller Apply");
            JsonNode metadata = map.path("metadata");
            assertThat(metadata.path("labels")
                            .path("app.kubernetes.io/managed-by")
                            .asText())
                    .isEqualTo("Helm");
            assertThat(metadata.path("annotations")
                            .path("meta.helm.sh/release-name")
                            .asText())
                    .isEqualTo("shop");
            assertThat(metadata.path("annotations")
                            .path("meta.helm.sh/release-namespace")
                            .asText())
                    .isEqualTo(shop.namespace);
        }
    }

    private static List<String> managers(JsonNode object) {
        return StreamSupport.stream(
                        object.path("metadata").path("managedFields").spliterator(), false)
                .map(entry -> entry.path("manager").asText() + " "
                        + entry.path("operation").asText())
                .toList();
    }

    @ClusterTest
    void writesWhatItIsAboutToDoBeforeItDoesIt(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{hooks: {pre-install: Succeeded}}");
            shop.upgrade("{msg: other}");

            assertThat(shop.stored)
                    .extracting(release ->
                            release.key().revision() + " " + release.status().text())
                    .containsExactly(
                            "1 pending-install",
                            "1 pending-install",
                            "1 deployed",
                            "2 pending-upgrade",
                            "1 superseded",
                            "2 deployed");
        }
    }

    @ClusterTest
    void leavesAFailedRevisionWhenTheServerRefusesAnObject(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            ActionException failure = Shop.failure(() -> shop.install("{bad: true}"));

            String start = "server-side apply failed for object " + shop.namespace
                    + "/Bad_Name /v1, Kind=ConfigMap: ConfigMap \"Bad_Name\" is invalid: metadata.name: Invalid value: \"Bad_Name\":";
            assertThat(failure).hasMessageStartingWith(start);
            assertThat(failure.release()).isPresent();
            assertThat(shop.history())
                    .singleElement()
                    .asString()
                    .startsWith("1 failed Release \"shop\" failed: " + start);
            assertThat(shop.live("ConfigMap", "shop-cm")).isPresent();
        }
    }

    @ClusterTest
    void storesNothingWhenTemplatesFail(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            ActionException failure = Shop.failure(() -> shop.install("{tplFail: true}"));

            assertThat(failure)
                    .hasMessage("execution error at (app/templates/fail.yaml:1:28): template failure asked for");
            assertThat(failure.failure()).isEqualTo(new ActionFailure.Rendering());
            assertThat(failure.release()).isEmpty();
            assertThat(shop.history()).isEmpty();
        }
    }

    @ClusterTest
    void takesWhatBelongsToNobodyOnlyWhenItMay(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.cluster.create(
                    shop.ref("ConfigMap", "shop-cm"),
                    (ObjectNode) JSON.valueToTree(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("shop-cm")
                            .withNamespace(shop.namespace)
                            .endMetadata()
                            .addToData("own", "1")
                            .build()),
                    "kubectl");

            ActionException refused = Shop.failure(() -> shop.install("{}"));
            assertThat(refused)
                    .hasMessage(
                            "unable to continue with install: ConfigMap \"shop-cm\" in namespace \"" + shop.namespace
                                    + "\" exists and cannot be imported into the current release: invalid ownership metadata; label validation"
                                    + " error: missing key \"app.kubernetes.io/managed-by\": must be set to \"Helm\"; annotation validation error:"
                                    + " missing key \"meta.helm.sh/release-name\": must be set to \"shop\"; annotation validation error: missing key"
                                    + " \"meta.helm.sh/release-namespace\": must be set to \"" + shop.namespace + "\"");
            assertThat(refused.failure()).isEqualTo(new ActionFailure.Ownership());
            assertThat(shop.history()).isEmpty();

            shop.actions().install().run(shop.wanted("{}"), Shop.OPTIONS.with(Switch.TAKE_OWNERSHIP));
            assertThat(shop.data("shop-cm", "own")).isEqualTo("1");
            assertThat(shop.data("shop-cm", "msg")).isEqualTo("default");
        }
    }

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
    void aFailedHookEndsTheAction(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{}");
            ActionException failure = Shop.failure(() -> shop.upgrade("{msg: no, hooks: {pre-upgrade: Failed}}"));

            String message = "pre-upgrade hooks failed: failed early due to stalled resources: [Pod/" + shop.namespace
                    + "/shop-pre-upgrade status: 'Failed']";
            assertThat(failure).hasMessage(message);
            assertThat(failure.failure())
                    .isInstanceOfSatisfying(ActionFailure.HookFailed.class, hook -> assertThat(hook.hook())
                            .isEqualTo("shop-pre-upgrade"));
            assertThat(shop.history().getLast()).isEqualTo("2 failed Upgrade \"shop\" failed: " + message);
            assertThat(shop.data("shop-cm", "msg")).isEqualTo("default");
        }
    }

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

    @ClusterTest
    void runsTheTestsThatAreChosen(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{tests: {good: Succeeded, bad: Failed}}");
            Release tested = shop.actions().test().run("shop", List.of(new TestFilter("shop-bad", true)), Shop.OPTIONS);
            assertThat(tested.objects().hooks())
                    .extracting(hook -> hook.name() + " " + hook.lastRun().phase())
                    .containsExactly("shop-bad ", "shop-good Succeeded");

            ActionException failure = Shop.failure(() -> shop.actions().test().run("shop", List.of(), Shop.OPTIONS));
            assertThat(failure)
                    .hasMessage("failed early due to stalled resources: [Pod/" + shop.namespace
                            + "/shop-bad status: 'Failed']");
            assertThat(failure.release()
                            .orElseThrow()
                            .objects()
                            .hooks()
                            .getFirst()
                            .lastRun()
                            .phase())
                    .isEqualTo("Failed");
            assertThat(shop.history()).containsExactly("1 deployed Install complete");
        }
    }

    @ClusterTest
    void aWaitThatIsCancelledEndsAtOnceAndIsNoted(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            List<ActionException> failures = new ArrayList<>();
            Thread installing = Thread.ofVirtual()
                    .start(() -> failures.add(Shop.failure(() -> shop.install("{deploy: true, neverReady: true}"))));
            await().until(() -> shop.live("Deployment", "shop").isPresent());
            shop.cancel.fire("a newer spec");
            await().atMost(Duration.ofSeconds(10)).until(() -> !installing.isAlive());

            assertThat(failures.getFirst()).hasMessage("a newer spec");
            assertThat(failures.getFirst().failure()).isEqualTo(new ActionFailure.Cancelled());
            assertThat(shop.history()).containsExactly("1 failed Release \"shop\" failed: a newer spec");
        }
    }

    @ClusterTest
    void saysWhatIsNotReadyInTime(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            String values = "{deploy: true, neverReady: true}";
            ActionOptions soon = ActionOptions.of(Duration.ofSeconds(4));
            assertThat(Shop.failure(() -> shop.actions().install().run(shop.wanted(values), soon)))
                    .hasMessage("timeout waiting for: [Deployment/" + shop.namespace + "/shop status: 'InProgress']");
            assertThat(Shop.failure(() ->
                            shop.actions().upgrade().run(shop.wanted(values), soon.withWaitMode(WaitMode.LEGACY))))
                    .hasMessage("context deadline exceeded");
            shop.actions().upgrade().run(shop.wanted(values), soon.withWaitMode(WaitMode.HOOKS_ONLY));
            assertThat(shop.history().getLast()).isEqualTo("3 deployed Upgrade complete");
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
    void asksTheClusterWhileItRenders(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{msg: hi}");
            shop.upgrade("{msg: hi, ask: shop-cm}");
            assertThat(shop.data("shop-answer", "found")).contains("\"msg\":\"hi\"");
            assertThat(shop.data("shop-answer", "apps")).isEqualTo("true");
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
            assertThat(managers(shop.live("ConfigMap", "shop-cm").orElseThrow()))
                    .containsExactlyInAnyOrder("helm-controller Update", "kubectl Update");

            shop.actions().upgrade().run(shop.wanted("{}"), Shop.OPTIONS.withServerSide(ServerSide.ENABLED));
            assertThat(managers(shop.live("ConfigMap", "shop-cm").orElseThrow()))
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

    @ClusterTest
    void anInterruptedActionWritesNothingMoreAndCanBeUnlocked(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            List<ActionException> failures = new ArrayList<>();
            Thread installing = Thread.ofVirtual()
                    .start(() -> failures.add(Shop.failure(() -> shop.install("{deploy: true, neverReady: true}"))));
            await().until(() -> shop.live("Deployment", "shop").isPresent());
            installing.interrupt();
            await().atMost(Duration.ofSeconds(10)).until(() -> !installing.isAlive());

            assertThat(failures.getFirst().failure()).isEqualTo(new ActionFailure.Cancelled());
            assertThat(shop.history()).containsExactly("1 pending-install Initial install underway");
            shop.actions().unlock().run("shop");
            assertThat(shop.history()).containsExactly("1 failed Release unlocked from stale 'pending-install' state");
            shop.upgrade("{}");
            assertThat(shop.history().getLast()).isEqualTo("2 deployed Upgrade complete");
            assertThat(shop.live("Deployment", "shop")).isEmpty();
        }
    }
}
