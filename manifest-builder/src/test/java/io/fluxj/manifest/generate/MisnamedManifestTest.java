package io.fluxj.manifest.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Flux Kustomization stored under the name of kustomize's own file is a manifest. */
final class MisnamedManifestTest {

    private static final String FLUX = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: team, namespace: flux-system}
            spec: {interval: 5m, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
            """;
    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: flux-system}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"kustomization.yaml", "kustomization.yml", "Kustomization"})
    void isAppliedFromTheDirectoryItself(String name) throws Exception {
        put("a.yaml", CONFIG_MAP);
        put(name, FLUX);

        assertThat(build("")).contains("Kustomization/team", "ConfigMap/a");
    }

    @Test
    void isAppliedFromASubDirectory() throws Exception {
        put("a.yaml", CONFIG_MAP);
        put("tenants/team/kustomization.yaml", FLUX);

        assertThat(build("")).containsExactlyInAnyOrder("Kustomization/team", "ConfigMap/a");
    }

    @Test
    void doesNotHideAKustomizationFileOfAnotherName() throws Exception {
        put("a.yaml", CONFIG_MAP);
        put("sub/kustomization.yaml", "resources: [b.yaml]\nnamePrefix: p-\n");
        put("sub/b.yaml", CONFIG_MAP.replace("name: a", "name: b"));

        assertThat(build("")).containsExactlyInAnyOrder("ConfigMap/a", "ConfigMap/p-b");
    }

    @Test
    void leavesTheArtifactAsItIs() throws Exception {
        put("kustomization.yaml", FLUX);
        build("");

        assertThat(folder).isDirectoryNotContaining("glob:**/kustomization.flux.yaml");
        assertThat(folder.resolve("kustomization.yaml")).hasContent(FLUX);
    }

    private List<String> build(String directory) throws IOException, BuildFailure {
        var tree = KustomizationGenerator.generate(DirectoryTree.of(folder), directory, Specs.of("{}"));
        List<BuiltResource> resources =
                Kustomize.build(tree.files(), directory, BuildOptions.flux()).resources();
        return resources.stream().map(r -> r.kind() + "/" + r.name()).toList();
    }

    private void put(String path, String content) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), content);
    }
}
