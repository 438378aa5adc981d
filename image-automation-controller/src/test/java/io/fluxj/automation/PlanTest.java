package io.fluxj.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** The annotation {@code image.fluxj.io/mode: plan}, and what is told of each file when it is gone. */
class PlanTest {
    @TempDir
    Path work;

    @ClusterTest
    void showsWhatWouldBeCommittedAndCommitsItOnceItMay(KubeCluster cluster) throws Exception {
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "fleet");
            fleet.automate("apps", Fleet.SPEC.replace("interval", "suspend: true\ninterval"));
            fleet.change(
                    "apps",
                    "{\"metadata\":{\"annotations\":{\"image.fluxj.io/mode\":\"plan\"}},\"spec\":{\"suspend\":false}}");

            fleet.awaitReady("apps", "True Planned Plan for revision main@sha1:");
            assertThat(fleet.ready("apps"))
                    .contains(": 2 files would change. Nothing is committed. Read it: kubectl -n " + fleet.namespace()
                            + " get configmap apps-image-plan");
            assertThat(plan(fleet))
                    .isEqualTo("""
                    --- a/app.yaml
                    +++ b/app.yaml
                    @@ -1 +1 @@
                    -{old}+{new}--- a/team/app.yaml
                    +++ b/team/app.yaml
                    @@ -1 +1 @@
                    -{old}+{new}""".replace("{old}", fleet.file("1.0.0")).replace("{new}", fleet.file("2.0.0")));
            assertThat(fleet.log("main")).containsExactly("Initial");

            fleet.choose("2.1.0");
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(plan(fleet))
                    .contains("web:2.1.0"));
            assertThat(fleet.log("main")).containsExactly("Initial");

            fleet.change(
                    "apps",
                    "{\"metadata\":{\"annotations\":{\"image.fluxj.io/mode\":null,\"reconcile.fluxcd.io/requestedAt\":\"1\"}}}");
            fleet.awaitReady("apps", "True Succeeded repository up-to-date");
            assertThat(fleet.log("main")).containsExactly("set ghcr.io/acme/web:2.1.0", "Initial");
            String change = "ghcr.io/acme/web:1.0.0 -> ghcr.io/acme/web:2.1.0 (" + fleet.namespace() + ":web)";
            Awaitility.await().untilAsserted(() -> assertThat(fleet.told("apps"))
                    .contains(
                            "Normal FileUpdated file 'app.yaml': " + change,
                            "Normal FileUpdated file 'team/app.yaml': " + change));
        }
    }

    @ClusterTest
    void aConfigMapOfSomebodyElseIsLeftAlone(KubeCluster cluster) throws Exception {
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "fleet");
            var _ = cluster.client()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("apps-image-plan")
                            .withNamespace(fleet.namespace())
                            .endMetadata()
                            .withData(Map.of("mine", "yes"))
                            .build())
                    .create();
            fleet.automate("apps", Fleet.SPEC.replace("interval", "suspend: true\ninterval"));
            fleet.change(
                    "apps",
                    "{\"metadata\":{\"annotations\":{\"image.fluxj.io/mode\":\"plan\"}},\"spec\":{\"suspend\":false}}");

            fleet.awaitReady(
                    "apps",
                    "False ReconciliationFailed the plan cannot be written down: there is a ConfigMap"
                            + " 'apps-image-plan' already, which is somebody else's");
            assertThat(map(fleet).getData()).isEqualTo(Map.of("mine", "yes"));
        }
    }

    private static String plan(Fleet fleet) {
        return map(fleet).getData().getOrDefault("plan", "");
    }

    private static ConfigMap map(Fleet fleet) {
        return fleet.stage()
                .cluster()
                .client()
                .configMaps()
                .inNamespace(fleet.namespace())
                .withName("apps-image-plan")
                .require();
    }
}
