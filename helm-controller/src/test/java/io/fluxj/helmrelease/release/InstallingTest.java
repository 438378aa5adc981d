package io.fluxj.helmrelease.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fluxj.helm.action.ActionException;
import io.fluxj.helm.action.ActionFailure;
import io.fluxj.helm.action.Switch;
import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.release.Release;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;

/** What installing leaves in a cluster. Texts are those of the recorded scenarios and of Helm 4.3. */
class InstallingTest {
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
            assertThat(Shop.managers(secret)).containsExactly("flux-helm-controller Update");
            ObjectNode map = shop.live("ConfigMap", "shop-cm").orElseThrow();
            assertThat(Shop.managers(map)).containsExactly("helm-controller Apply");
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
    void asksTheClusterWhileItRenders(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{msg: hi}");
            shop.upgrade("{msg: hi, ask: shop-cm}");
            assertThat(shop.data("shop-answer", "found")).contains("\"msg\":\"hi\"");
            assertThat(shop.data("shop-answer", "apps")).isEqualTo("true");
        }
    }
}
