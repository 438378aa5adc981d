package io.fluxj.manifest.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.manifest.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guides put the configuration of the sops command beside the manifests: it is none. */
final class SopsConfigurationTest {

    private static final Path SEEDS = Path.of("../api/src/test/resources/seeds/secrets");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"002-dot-sops.yaml", "003-dot-sops.yaml"})
    void isNotTakenForAManifest(String seed) throws Exception {
        Files.writeString(
                folder.resolve("a.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n");
        Files.createDirectories(folder.resolve("sub"));
        Files.copy(SEEDS.resolve(seed), folder.resolve(".sops.yaml"));
        Files.copy(SEEDS.resolve(seed), folder.resolve("sub/.sops.yaml"));

        var tree = KustomizationGenerator.generate(DirectoryTree.of(folder), "", Specs.of("{}"));

        List<String> names = Kustomize.build(tree.files(), "", BuildOptions.flux()).resources().stream()
                .map(resource -> resource.kind() + "/" + resource.name())
                .toList();
        assertThat(names).containsExactly("ConfigMap/a");
    }
}
