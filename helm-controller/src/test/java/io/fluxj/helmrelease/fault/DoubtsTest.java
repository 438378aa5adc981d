package io.fluxj.helmrelease.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Specs that are valid and probably not what was meant. */
class DoubtsTest {
    @TempDir
    Path folder = Path.of("");

    @ClusterTest
    void variablesThatNobodyFilledInAreTold(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = field.controller()) {
            String namespace = field.plot();
            field.release(namespace, "values: {msg: '${PASSWORD}', extra: {list: ['a${b}c', '${OTHER}']}}");
            field.awaitSettled(namespace);

            await("the warning")
                    .atMost(ReleaseField.PATIENCE)
                    .untilAsserted(
                            () -> assertThat(events(field, namespace))
                                    .contains(
                                            "Warning values reach the chart with variables as they stand: extra.list[1]: ${OTHER}, msg: ${PASSWORD}."
                                                    + " Variables are filled in only when a Kustomization with spec.postBuild applies this object"));
        }
    }

    private static List<String> events(ReleaseField field, String namespace) {
        return field.client().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getReason().equals("DoubtfulValues"))
                .map((Event event) -> event.getType() + " " + event.getMessage())
                .toList();
    }
}
