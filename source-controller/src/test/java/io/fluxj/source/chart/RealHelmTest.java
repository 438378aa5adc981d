package io.fluxj.source.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.source.v1.HelmRepositoryType;
import io.fluxj.source.TestController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.OutsideServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Charts that the program helm pushed to a registry that others wrote. */
@EnabledIfEnvironmentVariable(
        named = "FLUXJ_CLIENTS",
        matches = ".+",
        disabledReason = "FLUXJ_CLIENTS names no folder with the program helm")
class RealHelmTest {
    @TempDir
    Path work;

    private void helm(String... arguments) throws IOException, InterruptedException {
        Path program =
                Path.of(Objects.requireNonNull(System.getenv("FLUXJ_CLIENTS"))).resolve("helm");
        assumeTrue(Files.isExecutable(program), () -> "there is no program " + program);
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path log = work.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", work.toString());
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    }

    private void push(String registry, String version) throws IOException, InterruptedException {
        Path chart = Files.createDirectories(work.resolve("app"));
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: app\nversion: " + version + "\n");
        Files.writeString(chart.resolve("values.yaml"), "replicas: 1\nname: app\n");
        Files.writeString(chart.resolve("values-prod.yaml"), "replicas: 3\n");
        helm("package", "app");
        helm("push", "app-" + version + ".tgz", "oci://" + registry + "/charts", "--plain-http");
    }

    @ClusterTest
    void arePulledAsTheyWerePushed(KubeCluster cluster) throws Exception {
        ChartObjects objects = new ChartObjects(cluster);
        try (OutsideServer registry = OutsideServer.startOrSkip("registry", work.resolve("data"), Map.of());
                TestController controller = TestController.start(cluster, work)) {
            String place = registry.value("REGISTRY");
            for (String version : List.of("1.0.0", "1.1.0+build.7", "2.0.0-rc.1")) {
                push(place, version);
            }
            objects.repository("oci://" + place + "/charts", spec -> spec.withType(Choice.of(HelmRepositoryType.OCI))
                    .withInsecure(true));
            objects.chart("app", "1.x", spec -> spec);

            var pulled = ChartObjects.artifact(objects.await("ChartPullSucceeded"));
            assertThat(pulled.revision()).isEqualTo("1.1.0+build.7");
            assertThat(controller.store().resolve(pulled.path()))
                    .hasSameBinaryContentAs(work.resolve("app-1.1.0+build.7.tgz"));

            objects.chart("app", "1.0.0", spec -> spec.withValuesFiles(List.of("values.yaml", "values-prod.yaml")));
            var packaged = ChartObjects.artifact(objects.await("ChartPackageSucceeded"));
            assertThat(packaged.revision()).isEqualTo("1.0.0+2");
            helm("show", "values", controller.store().resolve(packaged.path()).toString());
            assertThat(Files.readString(work.resolve("log")).strip()).isEqualTo("name: app\nreplicas: 3");
        }
    }
}
