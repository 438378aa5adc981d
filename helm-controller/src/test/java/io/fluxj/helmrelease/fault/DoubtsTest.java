package io.fluxj.helmrelease.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.KubeTarget;
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

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void valuesThatNoTemplateReadsAreToldWhereTheyLookLikeOneThatIsRead(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = field.controllerWith("--feature-gates=TellUnreadValues=true")) {
            String namespace = field.plot();
            field.release(
                    namespace,
                    "values: {replica: 2, nothingLikeThis: 1, extra: {anything: goes}, cmAnnotation: {a: b}}");
            field.awaitSettled(namespace);

            await("the warning").atMost(ReleaseField.PATIENCE).untilAsserted(() -> assertThat(events(field, namespace))
                    .containsExactly(
                            "Warning no template of chart app@1.0.0 reads these values: cmAnnotation (did you mean 'cmAnnotations'?),"
                                    + " replica (did you mean 'replicas'?)"));
        }
    }

    private static List<String> events(ReleaseField field, String namespace) {
        return field.client().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getReason().equals("DoubtfulValues"))
                .map((Event event) -> event.getType() + " " + event.getMessage())
                .toList();
    }
}
