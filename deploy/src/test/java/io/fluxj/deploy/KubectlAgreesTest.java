package io.fluxj.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.Kustomize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kubectl kustomize} makes the same of the files as our own engine: what {@code kubectl apply -k} does is what we say. */
class KubectlAgreesTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    static Stream<List<String>> components() {
        return Stream.of(
                List.of(),
                List.of(
                        "sharding",
                        "image-automation",
                        "source-watcher",
                        "lockdown",
                        "workload-identity",
                        "persistence",
                        "peers-enforced"));
    }

    @ParameterizedTest
    @MethodSource("components")
    void onWhatTheFilesMake(List<String> components) throws IOException {
        Path overlay = Files.createTempDirectory(Files.createDirectories(PROJECT.resolve("deploy/target")), "overlay");
        Files.writeString(overlay.resolve("kustomization.yaml"), kustomization(components));

        String ours = Kustomize.build(
                        DirectoryTree.of(PROJECT), PROJECT.relativize(overlay).toString(), BuildOptions.commandLine())
                .toYaml();

        assertThat(ours).contains("kind: Namespace");
        assertThat(objects(ours)).isEqualTo(objects(kubectl("kustomize", overlay.toString())));
    }

    @Test
    void onAnInstallationWithTheUsualSettings() throws IOException {
        List<JsonNode> ours =
                objects(InstallManifests.build(InstallSettings.usual()).toYaml());
        List<JsonNode> theirs = objects(
                kubectl("kustomize", PROJECT.resolve("deploy/kustomize/install").toString()));

        assertThat(theirs).containsAll(ours);
        theirs.removeAll(ours);
        assertThat(theirs)
                .extracting(object -> object.at("/metadata/name").asText())
                .containsExactlyInAnyOrder(
                        "artifactgenerators.source.extensions.fluxcd.io",
                        "imagepolicies.image.toolkit.fluxcd.io",
                        "imagerepositories.image.toolkit.fluxcd.io",
                        "imageupdateautomations.image.toolkit.fluxcd.io");
    }

    private static String kustomization(List<String> components) {
        StringBuilder text = new StringBuilder(
                "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../../kustomize/install]\ncomponents:\n");
        components.forEach(name ->
                text.append("- ../../kustomize/components/").append(name).append('\n'));
        return components.isEmpty() ? text.toString().replace("components:\n", "") : text.toString();
    }

    private static List<JsonNode> objects(String yaml) throws IOException {
        YAMLFactory factory = new YAMLFactory();
        List<JsonNode> objects = new ArrayList<>();
        try (var values = new ObjectMapper(factory).readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            values.forEachRemaining(objects::add);
        }
        return objects;
    }

    private static String kubectl(String... arguments) throws IOException {
        String folder = System.getenv("FLUXJ_CLIENTS");
        assumeThat(folder).as("FLUXJ_CLIENTS names a folder with kubectl").isNotNull();
        Path program = Path.of(folder).resolve("kubectl");
        assumeThat(program).as("FLUXJ_CLIENTS has kubectl").exists();
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
