package io.fluxj.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.OwnCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code install --file}: what a FluxInstance asks for. What comes of each field is held by the tests of the manifests. */
final class InstanceFileTest {
    private static final String INSTANCE = """
            apiVersion: fluxcd.controlplane.io/v1
            kind: FluxInstance
            metadata: {name: flux, namespace: flux-system}
            spec:
              distribution: {version: 2.x, registry: ghcr.io/fluxcd}
              components: [source-controller, kustomize-controller]
              cluster: {size: medium, multitenant: true}
              sync: {kind: GitRepository, url: "https://git.example.com/fleet", ref: refs/heads/main, path: clusters/a}
            """;

    @TempDir
    private Path folder;

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("instance.yaml"), content).toString();
    }

    @Test
    void installsWhatTheInstanceAsksFor() throws Exception {
        String instance = file("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: beside}\n---\n" + INSTANCE);
        try (OwnCluster cluster = OwnCluster.start(folder)) {
            CommandRun run = cluster.run("install", "--file", instance);

            assertThat(run.err()).endsWith("✔ install finished\n");
            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .contains("Deployment/flux-system/kustomize-controller created\n")
                    .contains("GitRepository/flux-system/flux-system created\n")
                    .doesNotContain("helm-controller");
            assertThat(cluster.client()
                            .apps()
                            .deployments()
                            .inNamespace("flux-system")
                            .withName("kustomize-controller")
                            .require()
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .getFirst()
                            .getArgs())
                    .contains("--concurrent=10", "--profile=locked-down");
            assertThat(cluster.run("install", "-f", instance).out()).isEmpty();
        }
    }

    @Test
    void exportsWithoutACluster() throws Exception {
        CommandRun run = CommandRun.run(
                Map.of(),
                "",
                "install",
                "--export",
                "-n",
                "gitops",
                "-f",
                file(INSTANCE.replace(", namespace: flux-system", "")));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\nkind: GitRepository\n", "  namespace: gitops\n", "--concurrent=10");
    }

    @Test
    void mistakesAreOneClearLine() throws Exception {
        refused("cannot stand beside --file", "--components=source-controller", "-f", file(INSTANCE));
        refused("holds 0 FluxInstances; it must be one", "-f", file("kind: ConfigMap\n"));
        refused("holds 2 FluxInstances; it must be one", "-f", file(INSTANCE + "---\n" + INSTANCE));
        refused(
                "spec.cluster.size must be one of small, medium, large, not 'huge'",
                "-f",
                file(INSTANCE.replace("medium", "huge")));
        refused("cannot be read: is it there?", "-f", folder.resolve("absent").toString());
    }

    private static void refused(String message, String... flags) {
        String[] words = new String[flags.length + 2];
        words[0] = "install";
        words[1] = "--export";
        System.arraycopy(flags, 0, words, 2, flags.length);
        CommandRun run = CommandRun.run(Map.of(), "", words);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("✗ ").contains(message).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
