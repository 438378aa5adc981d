package io.fluxj.helmrelease.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The annotation {@code helm.fluxj.io/mode: plan}. */
class PlanTest {
    private static final String SECRET = "a-password-that-nobody-may-read";

    @TempDir
    Path folder = Path.of("");

    @ClusterTest
    void showsWhatTheNextUpgradeWouldChangeAndDoesNothing(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = field.controller()) {
            String namespace = field.plot();
            secret(field, namespace);
            field.release(namespace, "values: {msg: one, more: {going: none, kept: keep}}");
            field.awaitSettled(namespace);
            annotate(field, namespace, "\"plan\"");

            field.release(
                    namespace,
                    "valuesFrom: [{kind: Secret, name: hidden, valuesKey: msg, targetPath: msg}], values: {more: {coming: none}}");

            await("the plan").atMost(ReleaseField.PATIENCE).untilAsserted(() -> assertThat(
                            field.condition(namespace, "Ready"))
                    .isEqualTo(
                            "True Planned Plan for chart app@1.0.0: 1 to create, 1 to change, 0 to replace, 1 to delete, 0 refused,"
                                    + " 0 unchanged. Nothing is applied. Read it: kubectl -n " + namespace
                                    + " get configmap app-release-plan -o jsonpath='{.data.plan}'"));
            assertThat(plan(field, namespace))
                    .doesNotContain(SECRET)
                    .contains(
                            "values\n  /more/coming: (nothing) -> \"none\"\n  /more/going: \"none\" -> (nothing)\n  /more/kept: \"keep\" -> (nothing)\n  /msg: \"one\" -> \"*****\"\n",
                            "change ConfigMap/" + namespace + "/app-cm\n",
                            "  /data/msg: \"one\" -> \"*****\"\n",
                            "create ConfigMap/" + namespace + "/app-coming\n",
                            "delete ConfigMap/" + namespace + "/app-going\n");
            assertThat(EndState.of(field.client(), namespace, field.get(namespace))
                            .records())
                    .containsExactly("v1 deployed");

            annotate(field, namespace, "null");
            field.request(namespace, "do it");
            await("the upgrade").atMost(ReleaseField.PATIENCE).untilAsserted(() -> assertThat(
                            EndState.of(field.client(), namespace, field.get(namespace))
                                    .records())
                    .containsExactly("v1 superseded", "v2 deployed"));
        }
    }

    private static void secret(ReleaseField field, String namespace) {
        field.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("hidden")
                        .withNamespace(namespace)
                        .endMetadata()
                        .withStringData(Map.of("msg", SECRET))
                        .build())
                .create();
    }

    private static String plan(ReleaseField field, String namespace) {
        return field.data(namespace, "app-release-plan", "plan");
    }

    private static void annotate(ReleaseField field, String namespace, String mode) {
        field.client()
                .resources(HelmRelease.class)
                .inNamespace(namespace)
                .withName("app")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\": {\"annotations\": {\"helm.fluxj.io/mode\": %s}}}".formatted(mode));
    }
}
