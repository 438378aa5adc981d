package io.fluxj.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fluxj.cli.CommandRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code flux build kustomization --dry-run} printed for the corpus of builds, byte for byte. */
class BuildKustomizationTest {
    private static final Path CORPUS = Path.of("../manifest-builder/src/test/resources/flux-build-corpus/cases");

    /** Cases of which the corpus itself says that they are not to be compared, and where the controller, which counts, does otherwise than Flux's command. */
    private static final Set<String> NOT_COMPARED =
            Set.of("kust-build-metadata-own", "spec-build-metadata", "gen-symlink", "flux-kustomization-file");

    @TempDir
    Path folder;

    static Stream<Path> built() throws IOException {
        return cases().filter(dir -> Files.exists(expected(dir)));
    }

    static Stream<Path> refused() throws IOException {
        return cases().filter(dir -> contains(dir.resolve("case.yaml"), "fluxBuildError:"));
    }

    private static Stream<Path> cases() throws IOException {
        try (Stream<Path> all = Files.list(CORPUS)) {
            return all.filter(dir -> !NOT_COMPARED.contains(dir.getFileName().toString())).sorted().toList().stream();
        }
    }

    private static Path expected(Path dir) {
        return Path.of("src/test/resources/flux-build", dir.getFileName() + ".yaml");
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void printsWhatFluxPrints(Path dir) throws IOException {
        CommandRun run = build(dir);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(Files.readString(expected(dir)));
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatFluxRefuses(Path dir) throws IOException {
        CommandRun run = build(dir);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("✗ ");
        assertThat(run.out()).isEmpty();
    }

    private static CommandRun build(Path dir) throws IOException {
        JsonNode object =
                new YAMLMapper().readTree(dir.resolve("flux-kustomization.yaml").toFile());
        Path path =
                dir.resolve("tree").resolve(object.at("/spec/path").asText("./").replaceFirst("^/+", ""));
        List<String> words = new ArrayList<>(List.of(
                "build",
                "kustomization",
                "app",
                "--path=" + path,
                "--kustomization-file=" + dir.resolve("flux-kustomization.yaml"),
                "--dry-run"));
        return CommandRun.run(Map.of(), "", words.toArray(String[]::new));
    }

    @Test
    void kustomizationsThatComeOutAreBuiltFromTheirLocalSources() throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("cluster"));
        Path apps = Files.createDirectories(folder.resolve("fleet/apps"));
        Files.writeString(cluster.resolve("apps.yaml"), """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: apps, namespace: flux-system}
                spec: {interval: 1m, path: ./apps, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
                """);
        Files.writeString(apps.resolve("map.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: inner, namespace: web}
                """);
        Path file = Files.writeString(folder.resolve("cluster.yaml"), """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: cluster, namespace: flux-system}
                spec: {interval: 1m, path: ./, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
                """);
        CommandRun run = CommandRun.run(
                Map.of(),
                "",
                "build",
                "ks",
                "cluster",
                "--path=" + cluster,
                "--kustomization-file=" + file,
                "--dry-run",
                "--recursive",
                "--local-sources=GitRepository/flux-system/fleet=" + folder.resolve("fleet"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("kind: Kustomization", "name: inner", "kustomize.toolkit.fluxcd.io/name: apps");
    }

    @Test
    void mistakesAreOneClearLine() {
        refused(
                "✗ invalid resource path \"/none\": name a folder that is there by --path",
                "app",
                "--path=/none",
                "--dry-run");
        refused("✗ --dry-run needs --kustomization-file: the cluster is not asked", "app", "--path=.", "--dry-run");
        refused("✗ kustomization name is required", "--path=.", "--dry-run", "--kustomization-file=pom.xml");
    }

    private static void refused(String message, String... words) {
        List<String> all = new ArrayList<>(List.of("build", "kustomization"));
        all.addAll(List.of(words));
        CommandRun run = CommandRun.run(Map.of(), "", all.toArray(String[]::new));
        assertThat(run.err()).isEqualTo(message + "\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void envsubstPutsInWhatTheEnvironmentHas() {
        CommandRun run = CommandRun.run(Map.of("REGION", "north"), "a: ${REGION} ${NONE:=x} ${NONE}\n", "envsubst");
        assertThat(run.out()).isEqualTo("a: north x \n");
        CommandRun strict = CommandRun.run(Map.of(), "a: ${NONE}\n", "envsubst", "--strict");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.err()).contains("NONE");
    }
}
