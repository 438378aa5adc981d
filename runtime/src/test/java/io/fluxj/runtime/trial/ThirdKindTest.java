package io.fluxj.runtime.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a controller of some other kind gets from the runtime, in how many lines. */
final class ThirdKindTest {

    private static final Path CODE = Path.of("src/test/java/io/fluxj/runtime/trial");
    private static final int FEW = 150;

    @ClusterTest
    void becomesReadyOnceSourceDependencyAndValuesAreThere(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        try (RunningController _ = start(cluster)) {
            release(objects, "base", "");
            release(objects, "app", "dependsOn: [{name: base}], valuesFrom: [{kind: Secret, name: values}],");
            await(objects, "app", "OCIRepository.source.toolkit.fluxcd.io \"chart\" not found");

            chart(objects);
            objects.patchStatus("OCIRepository", "chart", artifact("1.0.0@sha256:aa"));
            await(objects, "base", "would install 1.0.0@sha256:aa");
            await(objects, "app", "no values: values");

            objects.create("""
                apiVersion: v1
                kind: Secret
                metadata: {name: values, labels: {reconcile.fluxcd.io/watch: Enabled}}
                """);
            await(objects, "app", "would install 1.0.0@sha256:aa");

            objects.patchStatus("OCIRepository", "chart", artifact("1.1.0@sha256:bb"));
            await(objects, "app", "would install 1.1.0@sha256:bb");
        }
    }

    @ClusterTest
    void waitsUntilAnExpressionHolds(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        chart(objects);
        objects.patchStatus("OCIRepository", "chart", artifact("1.0.0@sha256:aa"));
        try (RunningController _ = start(cluster)) {
            release(objects, "base", "");
            release(objects, "app", "dependsOn: [{name: base, readyExpr: 'dep.spec.releaseName == \"done\"'}],");
            await(
                    objects,
                    "app",
                    "failed to evaluate the CEL expression 'dep.spec.releaseName == \"done\"':"
                            + " no such key: releaseName");

            objects.patch("HelmRelease", "base", "{\"spec\": {\"releaseName\": \"other\"}}");
            await(
                    objects,
                    "app",
                    "dependency '%s/base' is not ready according to readyExpr eval".formatted(cluster.namespace()));

            objects.patch("HelmRelease", "base", "{\"spec\": {\"releaseName\": \"done\"}}");
            await(objects, "app", "would install 1.0.0@sha256:aa");
        }
    }

    @ClusterTest
    void stallsOnAnExpressionThatDoesNotCompile(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        chart(objects);
        objects.patchStatus("OCIRepository", "chart", artifact("1.0.0@sha256:aa"));
        try (RunningController _ = start(cluster)) {
            release(objects, "base", "");
            release(objects, "app", "dependsOn: [{name: base, readyExpr: 'dep.('}],");

            await(
                    objects,
                    "app",
                    "Reconciliation failed terminally due to configuration error: terminal error: failed to evaluate"
                            + " dependency base: failed to parse the CEL expression 'dep.(': ERROR: <input>:1:5: Syntax"
                            + " error: no viable alternative at input '.('\n | dep.(\n | ....^");
            assertThat(objects.status("HelmRelease", "app")
                            .path("observedGeneration")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ClusterTest
    void mayNotReachIntoOtherNamespaces(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        try (RunningController _ = start(cluster, "--no-cross-namespace-refs")) {
            release(objects, "app", "chartRef: {kind: HelmChart, name: chart, namespace: elsewhere},");

            await(
                    objects,
                    "app",
                    "can't access 'HelmChart/elsewhere/chart', cross-namespace references have been blocked");
        }
    }

    @Test
    void takesFewLines() throws Exception {
        List<String> lines = new ArrayList<>();
        for (String file : List.of("ReleaseController.java", "ReleaseReconciliation.java")) {
            lines.addAll(Files.readAllLines(CODE.resolve(file)));
        }

        assertThat(lines.stream().filter(ThirdKindTest::isCode).count()).isLessThan(FEW);
    }

    private static boolean isCode(String line) {
        return !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package ");
    }

    private static RunningController start(KubeCluster cluster, String... flags) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--metrics-addr=0",
                "--health-addr=0",
                "--watch-all-namespaces=false",
                "--interval-jitter-percentage=0"));
        arguments.addAll(List.of(flags));
        ReleaseController definition = new ReleaseController();
        RunningController running = ControllerProgram.start(
                definition,
                ControllerProgram.parse(definition, arguments.toArray(String[]::new)),
                cluster.client(),
                Map.of("RUNTIME_NAMESPACE", cluster.namespace()));
        running.working().join();
        return running;
    }

    private static void release(TestObjects objects, String name, String more) {
        objects.create("""
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: %s}
            spec: {%s interval: 1h%s}
            """.formatted(
                        name, more, more.contains("chartRef") ? "" : ", chartRef: {kind: OCIRepository, name: chart}"));
    }

    private static void chart(TestObjects objects) {
        objects.create("""
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: OCIRepository
            metadata: {name: chart}
            spec: {interval: 1h, url: "oci://registry.invalid/chart"}
            """);
    }

    private static String artifact(String revision) {
        return """
            {"status": {"artifact": {"digest": "sha256:%s", "lastUpdateTime": "2026-01-01T00:00:00Z", "path": "a.tgz",
            "revision": "%s", "size": 1, "url": "http://source.invalid/a.tgz"}}}""".formatted("0".repeat(64), revision);
    }

    private static void await(TestObjects objects, String name, String message) {
        objects.await("HelmRelease", name, object -> {
            for (JsonNode condition : object.path("status").path("conditions")) {
                if (condition.path("type").asText().equals("Ready")
                        && condition.path("message").asText().equals(message)) {
                    return true;
                }
            }
            return false;
        });
    }
}
