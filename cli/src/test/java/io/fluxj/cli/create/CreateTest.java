package io.fluxj.cli.create;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code create ... --export} prints: the files of {@code create/}, each a command line and what comes of it. */
class CreateTest {
    @TempDir
    Path folder;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/create"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsTheObject(Path file) throws IOException {
        Files.writeString(folder.resolve("values.yaml"), "replicas: 2\nimage:\n  tag: v1\n");
        Files.writeString(folder.resolve("key.pem"), "KEY\n");
        Files.writeString(folder.resolve("policy.json"), "{\"version\": \"1.0\"}\n");
        Files.writeString(folder.resolve("ca.crt"), "CERTIFICATE\n");
        String[] parts = Files.readString(file).split("\n", 2);
        List<String> words = new ArrayList<>();
        for (String word : parts[0].replaceFirst("^# fluxj ", "").split(" ", -1)) {
            words.add(word.replace("FOLDER", folder.toString()).replace("%20", " "));
        }
        words.add("--export");
        CommandRun run = CommandRun.run(Map.of(), "", words.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(parts[1]);
        assertThat(run.code()).isZero();
    }

    @Test
    void mistakesAreOneClearLine() {
        refused("✗ name is required", "create", "source", "git");
        refused("✗ url is required", "create", "source", "git", "podinfo");
        refused("✗ a Git ref is required", "create", "source", "git", "podinfo", "--url=https://github.com/x/y");
        refused("✗ name 'Podinfo' is invalid", "create", "source", "git", "Podinfo", "--url=https://github.com/x/y");
        refused("✗ source is required", "create", "kustomization", "apps");
        refused(
                "✗ --source: kind 'Git' is not supported, must be one of: GitRepository, OCIRepository, Bucket, ExternalArtifact",
                "create",
                "ks",
                "apps",
                "--source=Git/apps");
        refused("✗ chart or chart-ref is required", "create", "helmrelease", "app", "--source=HelmRepository/app");
        refused("✗ a policy must be provided", "create", "image", "policy", "app", "--image-ref=app");
        refused("✗ with-namespace is required", "create", "tenant", "dev");
        refused(
                "✗ --values /none cannot be read: is it there?",
                "create",
                "hr",
                "app",
                "--chart-ref=OCIRepository/app",
                "--values=/none");
        refused(
                "✗ invalid label format 'x', must be key=value",
                "create",
                "alert-provider",
                "a",
                "--type=slack",
                "--label=x");
    }

    private static void refused(String message, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--export");
        CommandRun run = CommandRun.run(Map.of(), "", all.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith(message).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
