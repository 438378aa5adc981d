package io.fluxj.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.postbuild.VariableLoader;
import io.fluxj.manifest.postbuild.Variables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds recorded sources and compares the bytes, or the failure, with what the real controller made of them. */
final class FluxBuildCorpusTest {

    private static final Path CASES = Path.of("src/test/resources/flux-build-corpus/cases");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** A Flux Kustomization stored as kustomization.yaml is applied here; see docs/differences.md. */
    private static final Set<String> DIFFERENT_ON_PURPOSE = Set.of("flux-kustomization-file");

    /** The label holds the version of kustomize, in the recording a development build. */
    private static final Set<String> NOT_COMPARABLE = Set.of("kust-build-metadata-own");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(id -> !id.startsWith("sops-") || id.equals("sops-no-decryption"))
                    .filter(id -> !DIFFERENT_ON_PURPOSE.contains(id) && !NOT_COMPARABLE.contains(id))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void buildsTheSameBytesOrFails(String id, @TempDir Path folder) throws Exception {
        JsonNode recorded = YAML.readTree(CASES.resolve(id).resolve("case.yaml").toFile());
        if (recorded.has("controllerBuildError")) {
            assertThatThrownBy(() -> build(id, recorded, folder)).isInstanceOf(BuildFailure.class);
            return;
        }
        String wanted = Files.readString(CASES.resolve(id).resolve("controller-build.yaml"));
        assertThat(Sha256.of(wanted.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(recorded.path("controllerDigest").asText());

        assertThat(build(id, recorded, folder)).isEqualTo(wanted);
    }

    private static String build(String id, JsonNode recorded, Path folder) throws IOException, BuildFailure {
        for (JsonNode name : recorded.path("artifactFiles")) {
            Path target = folder.resolve(name.asText());
            Files.createDirectories(target.getParent());
            Files.copy(CASES.resolve(id).resolve("tree").resolve(name.asText()), target);
        }
        KustomizationSpec spec = YAML.treeToValue(
                YAML.readTree(CASES.resolve(id)
                                .resolve("flux-kustomization.yaml")
                                .toFile())
                        .path("spec"),
                KustomizationSpec.class);
        Variables variables = new VariableLoader(FileConfigs.of(CASES.resolve(id))).load(spec.postBuild(), "any");
        PreparedBuild prepared = new ManifestBuilder(RemoteBases.refused(), true)
                .prepare(DirectoryTree.of(folder), BuildRequest.of(spec, variables));
        BuiltManifests manifests = prepared.build();
        String text = prepared.text();
        assertThat(manifests.digest()).isEqualTo(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
        return text;
    }
}
