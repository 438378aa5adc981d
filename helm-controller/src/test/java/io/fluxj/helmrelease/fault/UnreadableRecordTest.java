package io.fluxj.helmrelease.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;

/** Records of a release that are none. */
class UnreadableRecordTest {
    private static final String RECORD = "sh.helm.release.v1.app.v1";

    @TempDir
    Path folder = Path.of("");

    @ClusterTest
    void nothingIsDoneUntilItIsMended(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = field.controller()) {
            String namespace = field.plot();
            field.release(namespace, "values: {msg: one}");
            field.awaitSettled(namespace);
            String good =
                    Objects.requireNonNull(record(field, namespace).getData().get("release"));

            for (String bad : List.of("bm90IGEgcmVsZWFzZQ==", "SDRzSUFBQUFBQUFBQS93PT0=", "ZTMwPQ==")) {
                replace(field, namespace, bad);
                field.request(namespace, "look at " + bad);
                await("the complaint about " + bad)
                        .atMost(ReleaseField.PATIENCE)
                        .untilAsserted(
                                () -> assertThat(field.condition(namespace, "Ready"))
                                        .startsWith(
                                                "False StateError Could not determine release state: failed to retrieve last release from storage:"
                                                        + " record " + RECORD + " cannot be read: ")
                                        .endsWith(
                                                "; restore it, or delete it if nobody needs its revision; until then nothing is changed"));
                assertThat(record(field, namespace).getData()).containsEntry("release", bad);
                assertThat(EndState.of(field.client(), namespace, field.get(namespace))
                                .objects())
                        .containsOnlyKeys("app-cm");
            }

            replace(field, namespace, good);
            field.request(namespace, "look again");
            await("ready again").atMost(ReleaseField.PATIENCE).until(() -> field.condition(namespace, "Ready")
                    .startsWith("True InstallSucceeded"));
            assertThat(EndState.of(field.client(), namespace, field.get(namespace))
                            .records())
                    .containsExactly("v1 deployed");
        }
    }

    private static Secret record(ReleaseField field, String namespace) {
        return field.client().secrets().inNamespace(namespace).withName(RECORD).get();
    }

    private static void replace(ReleaseField field, String namespace, String data) {
        field.client()
                .secrets()
                .inNamespace(namespace)
                .withName(RECORD)
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"release\":\"" + data + "\"}}");
    }
}
