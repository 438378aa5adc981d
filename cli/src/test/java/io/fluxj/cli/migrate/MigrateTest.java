package io.fluxj.cli.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.OwnCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate}, of files and of a cluster. */
class MigrateTest {
    private static final String OLD = """
            # the app
            apiVersion: source.toolkit.fluxcd.io/v1beta2   # keep me
            kind: GitRepository
            metadata:
              name: app
            ---
            kind: HelmRelease
            metadata:
              name: app
            apiVersion: "helm.toolkit.fluxcd.io/v2beta2"
            ---
            apiVersion: v1
            kind: List
            items:
            - apiVersion: notification.toolkit.fluxcd.io/v1beta2
              kind: Alert
            - kind: Receiver
              apiVersion: notification.toolkit.fluxcd.io/v1beta2
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            ---
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            """;

    @TempDir
    Path folder;

    @Test
    void onlyVersionsThatAreGoneChangeInFiles() throws Exception {
        Path file = Files.writeString(
                Files.createDirectories(folder.resolve("apps")).resolve("app.yaml"), OLD);
        Path other = Files.writeString(folder.resolve("notes.txt"), OLD);
        CommandRun dry = run("", "--path=" + folder, "--dry-run");
        assertThat(dry.out()).isEqualTo("""
                %1$s:2: GitRepository source.toolkit.fluxcd.io/v1beta2 -> source.toolkit.fluxcd.io/v1
                %1$s:10: HelmRelease helm.toolkit.fluxcd.io/v2beta2 -> helm.toolkit.fluxcd.io/v2
                %1$s:15: Alert notification.toolkit.fluxcd.io/v1beta2 -> notification.toolkit.fluxcd.io/v1beta3
                %1$s:18: Receiver notification.toolkit.fluxcd.io/v1beta2 -> notification.toolkit.fluxcd.io/v1
                """.formatted(file));
        assertThat(file).hasContent(OLD);
        assertThat(run("n\n", "--path=" + folder).code()).isEqualTo(1);
        assertThat(file).hasContent(OLD);

        assertThat(run("", "--path=" + folder, "--yes").err()).isEqualTo("✔ migrated 1 file(s)\n");
        assertThat(Files.readString(file))
                .isEqualTo(OLD.replace("io/v1beta2   # keep", "io/v1   # keep")
                        .replace("io/v2beta2\"", "io/v2\"")
                        .replace("v1beta2\n  kind: Alert", "v1beta3\n  kind: Alert")
                        .replace(
                                "kind: Receiver\n  apiVersion: notification.toolkit.fluxcd.io/v1beta2",
                                "kind: Receiver\n  apiVersion: notification.toolkit.fluxcd.io/v1"));
        assertThat(other).hasContent(OLD);
        assertThat(run("", "--path=" + folder, "--yes").err())
                .isEqualTo("✔ no custom resources found that require migration\n");
    }

    @Test
    void aPathThatIsNotThereIsTold() {
        assertThat(run("", "--path=/none").err())
                .isEqualTo("✗ '/none' is not there: name a file or folder by --path\n");
        assertThat(run("", "--path=/none", "--version=1.0").err()).contains("write 2.6 or later");
    }

    private static CommandRun run(String typed, String... words) {
        List<String> all = new ArrayList<>(List.of("migrate"));
        all.addAll(List.of(words));
        return CommandRun.run(Map.of(), typed, all.toArray(String[]::new));
    }

    @Test
    void objectsAreStoredAnewAndOlderVersionsForgotten() throws Exception {
        try (OwnCluster cluster = OwnCluster.start(folder)) {
            assertThat(cluster.run("install", "--components=source-controller").code())
                    .isZero();
            cluster.client().resource("""
                    apiVersion: source.toolkit.fluxcd.io/v1
                    kind: GitRepository
                    metadata: {name: app, namespace: default}
                    spec: {interval: 1m, url: "https://example.com/app"}
                    """).create();
            var definition = cluster.client()
                    .apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName("gitrepositories.source.toolkit.fluxcd.io");
            var _ = definition.editStatus(found -> {
                found.getStatus().setStoredVersions(new ArrayList<>(List.of("v1beta2", "v1")));
                return found;
            });
            assertThat(cluster.run("check", "--components=source-controller").err())
                    .contains("✗ gitrepositories.source.toolkit.fluxcd.io/v1: objects are stored in the versions");

            CommandRun migrated = cluster.run("migrate");
            assertThat(migrated.err()).isEqualTo("""
                    ► starting migration of custom resources
                    ✔ GitRepository/default/app migrated to version v1
                    ✔ gitrepositories.source.toolkit.fluxcd.io migrated to storage version v1
                    ✔ custom resources migrated successfully
                    """);
            assertThat(definition.get().getStatus().getStoredVersions()).containsExactly("v1");
            assertThat(cluster.run("check", "--components=source-controller").code())
                    .isZero();
        }
    }
}
