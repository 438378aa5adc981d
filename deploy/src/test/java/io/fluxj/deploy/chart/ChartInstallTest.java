package io.fluxj.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.testkit.FragileServer;
import io.fluxj.testkit.KubeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release of the chart from its first revision to its end, by the real helm. */
class ChartInstallTest {
    private static final String NAMESPACE = "flux-system";
    private static final String DEFINITION = "gitrepositories.source.toolkit.fluxcd.io";
    private static final String VERSION = "v1alpha1";

    @TempDir
    Path home;

    @Test
    void livesFromInstallationToRemoval() throws Exception {
        RealHelm helm = RealHelm.orSkip(home);
        KubeTarget target = FragileServer.targets().getLast();
        try (FragileServer server = FragileServer.start(target);
                KubernetesClient client = server.client()) {
            helm.succeed(command(server, "install", Charts.FLUXJ, "--create-namespace", "--dry-run=server"));
            assertThat(client.apps().deployments().inAnyNamespace().list().getItems())
                    .isEmpty();

            helm.succeed(command(server, "install", older(), "--create-namespace"));
            assertThat(servesVersion(client)).isFalse();
            assertThat(deployments(client)).hasSize(6);

            helm.succeed(command(server, "upgrade", Charts.FLUXJ, "--set", "sourceWatcher.create=true"));
            assertThat(servesVersion(client)).isTrue();
            assertThat(deployments(client)).contains("source-watcher").hasSize(7);

            helm.succeed(List.of(
                    "uninstall",
                    "fluxj",
                    "--namespace",
                    NAMESPACE,
                    "--kubeconfig",
                    server.kubeconfig().toString()));
            assertThat(deployments(client)).isEmpty();
            assertThat(client.apiextensions()
                            .v1()
                            .customResourceDefinitions()
                            .withName(DEFINITION)
                            .get())
                    .as("definitions stay, and with them every object")
                    .isNotNull();
        }
    }

    private static List<String> command(FragileServer server, String verb, Path chart, String... flags) {
        List<String> command = new ArrayList<>(List.of(
                verb,
                "fluxj",
                chart.toString(),
                "--namespace",
                NAMESPACE,
                "--kubeconfig",
                server.kubeconfig().toString()));
        command.addAll(List.of(flags));
        return command;
    }

    /** The chart with a definition that does not know one of the versions. */
    private Path older() throws IOException {
        Path copy = home.resolve("fluxj");
        try (Stream<Path> files = Files.walk(Charts.FLUXJ)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(Charts.FLUXJ.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Path definition = copy.resolve("files/crds/source.toolkit.fluxcd.io_gitrepositories.yaml");
        String text = Files.readString(definition);
        int last = text.indexOf("    - name: " + VERSION);
        assertThat(last).isPositive();
        Files.writeString(definition, text.substring(0, last));
        return copy;
    }

    private static boolean servesVersion(KubernetesClient client) {
        return client
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(DEFINITION)
                .get()
                .getSpec()
                .getVersions()
                .stream()
                .anyMatch(version -> version.getName().equals(VERSION));
    }

    private static List<String> deployments(KubernetesClient client) {
        return client.apps().deployments().inNamespace(NAMESPACE).list().getItems().stream()
                .map((Deployment deployment) -> deployment.getMetadata().getName())
                .toList();
    }
}
