package io.fluxj.cli.create;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fluxj.cli.CommandRun;
import io.fluxj.cli.FakeController;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** {@code create} without {@code --export}: the object of each file of {@code create/} comes into the cluster, and is waited for where somebody works on it. */
final class CreateOnClusterTest {
    @TempDir
    private Path folder;

    @ClusterTest
    void appliesWhatExportPrints(KubeCluster cluster) throws Exception {
        Files.writeString(folder.resolve("values.yaml"), "replicas: 2\nimage:\n  tag: v1\n");
        Files.writeString(folder.resolve("key.pem"), "KEY\n");
        Files.writeString(folder.resolve("policy.json"), "{\"version\": \"1.0\"}\n");
        Files.writeString(folder.resolve("ca.crt"), "CERTIFICATE\n");
        List<FakeController> controllers = working(cluster);
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/create"))) {
            for (Path file : files.sorted().toList()) {
                creates(cluster, file);
            }
        } finally {
            controllers.forEach(FakeController::close);
        }
    }

    /** Nobody works on a HelmRepository of a registry, as in a real cluster. */
    private static List<FakeController> working(KubeCluster cluster) {
        return Arrays.stream(FluxKind.values())
                .filter(FluxKind::reconciled)
                .filter(kind -> kind != FluxKind.HELM_REPOSITORY)
                .map(kind -> FakeController.succeeding(cluster, kind, Map.of()))
                .toList();
    }

    private void creates(KubeCluster cluster, Path file) throws Exception {
        String[] parts = inNamespaces(Files.readString(file), cluster).split("\n", 2);
        List<String> words = new ArrayList<>();
        for (String word : parts[0].replaceFirst("^# fluxj ", "").split(" ", -1)) {
            words.add(word.replace("FOLDER", folder.toString()).replace("%20", " "));
        }

        CommandRun run = CommandRun.on(cluster, words.toArray(String[]::new));

        assertThat(run.code()).as("%s: %s", file, run.err()).isZero();
        assertThat(run.out()).as(file.toString()).isEmpty();
        for (String document : parts[1].split("(?m)^---$", -1)) {
            if (!document.isBlank()) {
                isThere(cluster, Serialization.unmarshal(document, GenericKubernetesResource.class));
            }
        }
    }

    private static String inNamespaces(String text, KubeCluster cluster) {
        String own =
                text.replaceAll("(namespace[=:] ?)(my-namespace|default|flux-system)\\b", "$1" + cluster.namespace());
        return text.startsWith("# fluxj create tenant") ? own.replace("apps", cluster.namespace() + "-apps") : own;
    }

    private static void isThere(KubeCluster cluster, GenericKubernetesResource wanted) {
        GenericKubernetesResource found = cluster.client().resource(wanted).get();
        assertThat(found).as(wanted.toString()).isNotNull();
        for (String part : List.of("spec", "roleRef", "type")) {
            holds(
                    part,
                    found.getAdditionalProperties().get(part),
                    wanted.getAdditionalProperties().get(part));
        }
        holds("data", found.getAdditionalProperties().get("data"), encoded(wanted));
        holds("labels", found.getMetadata().getLabels(), wanted.getMetadata().getLabels());
    }

    private static Map<String, String> encoded(GenericKubernetesResource secret) {
        Map<String, String> data = new TreeMap<>();
        if (secret.getAdditionalProperties().get("stringData") instanceof Map<?, ?> texts) {
            texts.forEach((key, text) -> data.put(
                    String.valueOf(key),
                    Base64.getEncoder().encodeToString(String.valueOf(text).getBytes(StandardCharsets.UTF_8))));
        }
        return data;
    }

    /** Everything that is wanted; the server adds defaults. */
    private static void holds(String at, @Nullable Object found, @Nullable Object wanted) {
        switch (wanted) {
            case null -> {}
            case Map<?, ?> fields ->
                fields.forEach((key, value) -> {
                    @Nullable Object inner = found instanceof Map<?, ?> map ? map.get(key) : null;
                    holds(at + "." + key, inner, value);
                });
            case List<?> elements -> {
                List<?> present = found instanceof List<?> list ? list : List.of();
                assertThat(present).as(at).hasSameSizeAs(elements);
                for (int index = 0; index < elements.size(); index++) {
                    holds(at + "[" + index + "]", present.get(index), elements.get(index));
                }
            }
            // The values of Helm are Go's numbers: 2 and 2.0 are the same.
            case Number number
            when found instanceof Number other ->
                assertThat(other.doubleValue()).as(at).isEqualTo(number.doubleValue());
            case Object value -> assertThat(found).as(at).isEqualTo(value);
        }
    }

    @ClusterTest
    void saysWhatItDoesAndWhatCameOfIt(KubeCluster cluster) {
        String[] words = {
            "create", "source", "git", "fleet", "--url=https://git.example.com/fleet", "--branch=main", "--interval=30s"
        };
        Map<String, Object> status = Map.of(
                "artifact",
                Map.of(
                        "revision", "main@sha1:696f056df216eea4f9401adbee0ff744d4df390f",
                        "digest", "sha256:0000000000000000000000000000000000000000000000000000000000000001",
                        "path", "x.tar.gz",
                        "url", "http://source-controller/x.tar.gz",
                        "lastUpdateTime", "2026-01-01T00:00:00Z"));
        try (var _ = FakeController.succeeding(cluster, FluxKind.GIT_REPOSITORY, status)) {
            assertThat(CommandRun.on(cluster, words)).isEqualTo(new CommandRun(0, "", """
                    ✚ generating GitRepository source
                    ► applying GitRepository source
                    ✔ GitRepository source created
                    ◎ waiting for GitRepository source reconciliation
                    ✔ GitRepository source reconciliation completed
                    ✔ fetched revision: main@sha1:696f056df216eea4f9401adbee0ff744d4df390f
                    """));
            assertThat(CommandRun.on(cluster, words).err()).contains("✔ GitRepository source updated\n");
        }
    }

    @ClusterTest
    void failsWithWhatItsControllerSaid(KubeCluster cluster) {
        try (var _ = FakeController.failing(cluster, FluxKind.KUSTOMIZATION, "path not found: ./apps")) {
            CommandRun run = CommandRun.on(
                    cluster, "create", "ks", "apps", "--source=GitRepository/fleet", "--path=./apps", "--prune");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .endsWith("✗ Kustomization/%s/apps is not ready: path not found: ./apps\n"
                            .formatted(cluster.namespace()));
        }
    }

    @ClusterTest
    void makesTheSecretThatASourceNeeds(KubeCluster cluster) {
        try (var _ = FakeController.succeeding(cluster, FluxKind.GIT_REPOSITORY, Map.of())) {
            CommandRun run = CommandRun.on(
                    cluster,
                    "create",
                    "source",
                    "git",
                    "fleet",
                    "--url=https://git.example.com/fleet",
                    "--branch=main",
                    "--username=me",
                    "--password=s3cr3t");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err()).contains("✔ authentication configured\n").doesNotContain("s3cr3t");
            assertThat(cluster.client()
                            .secrets()
                            .inNamespace(cluster.namespace())
                            .withName("fleet")
                            .require()
                            .getData())
                    .containsEntry("password", "czNjcjN0");
        }
    }
}
