package io.fluxj.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.postbuild.VariableLoader;
import io.fluxj.manifest.postbuild.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failed build names what people wrote: their file and its line, or the field of the spec; never what was made of these. */
final class FailurePlacesTest {

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a}
            data: {k: v}
            """;
    private static final String NO_SUCH_FIELD = "'- {op: replace, path: /data/none/x, value: 1}'";

    @TempDir
    private Path folder;

    @Test
    void namesTheLineOfTheFileAsItIsWritten() throws Exception {
        put("app/a.yaml", CONFIG_MAP);
        put("app/kustomization.yml", """
                # a comment
                namePrefix: x-

                resources:
                - a.yaml
                - nope.yaml
                """);

        assertThat(failure("app", "{}"))
                .startsWith("kustomize build failed: app/kustomization.yml: resources[1]: line 6: no such file: ");
    }

    @Test
    void laysPatchesToTheSpecTheyStandIn() throws Exception {
        put("a.yaml", CONFIG_MAP);
        put(
                "kustomization.yaml",
                "resources: [a.yaml]\npatches:\n- target: {kind: Nope}\n  patch: %s\n".formatted(NO_SUCH_FIELD));

        assertThat(failure(
                        "",
                        "{patches: [{target: {kind: Nope}, patch: %s}, {target: {kind: ConfigMap}, patch: %s}]}"
                                .formatted(NO_SUCH_FIELD, NO_SUCH_FIELD)))
                .startsWith("kustomize build failed: spec.patches[1]: a.yaml:1: v1 ConfigMap a: ");
    }

    @Test
    void keepsPatchesOfTheFileInTheFile() throws Exception {
        put("a.yaml", CONFIG_MAP);
        put("kustomization.yaml", """
                resources: [a.yaml]
                patches:
                - target: {kind: ConfigMap}
                  patch: %s
                """.formatted(NO_SUCH_FIELD));

        assertThat(failure("", "{patches: [{target: {kind: Nope}, patch: %s}]}".formatted(NO_SUCH_FIELD)))
                .startsWith("kustomize build failed: kustomization.yaml: patches[0]: a.yaml:1: v1 ConfigMap a: ");
    }

    @Test
    void laysComponentsToTheSpecTheyStandIn() throws Exception {
        put("a.yaml", CONFIG_MAP);
        put("kustomization.yaml", "resources: [a.yaml]\n");

        assertThat(failure("", "{components: [ghost]}"))
                .startsWith("kustomize build failed: spec.components[0]: ")
                .contains("ghost");
        assertThat(failure("", "{components: [https://example.org/x]}"))
                .startsWith("spec.components[0]: component path 'https://example.org/x' must be local and relative");
    }

    @Test
    void laysImagesToTheSpecTheyStandIn() throws Exception {
        put("a.yaml", CONFIG_MAP);
        put("kustomization.yaml", "resources: [a.yaml]\nimages: [{name: b, newTag: '1'}]\n");

        assertThat(failure("", "{images: [{name: b, newTag: '2'}, {name: 'a(', newTag: '1'}]}"))
                .startsWith("kustomize build failed: spec.images[1]: ");
    }

    @Test
    void laysNamesToTheSpecTheyStandIn() throws Exception {
        put("a.yaml", CONFIG_MAP.replace("name: a", "name: a, namespace: b") + "---\n" + CONFIG_MAP);

        assertThat(failure("", "{targetNamespace: n}"))
                .startsWith("kustomize build failed: spec.targetNamespace: a.yaml:");
    }

    @Test
    void namesTheFileThatIsThereWhereNoKustomizationFileIs() throws Exception {
        put("app/a.yaml", CONFIG_MAP);
        put("app/b.yaml", CONFIG_MAP);
        assertThat(failure("app", "{}")).startsWith("kustomize build failed: app/b.yaml:1: v1 ConfigMap a: ");

        put("app/b.yaml", "k: v\n");
        assertThat(failure("app", "{}")).startsWith("kustomize build failed: app/b.yaml:1: missing kind in object");

        put("app/b.yaml", CONFIG_MAP + "bad: [\n");
        assertThat(failure("app", "{}")).startsWith("kustomize build failed: app/b.yaml:");
    }

    @Test
    void namesTheDirectoryThatIsListedWhereNoKustomizationFileIs() throws Exception {
        put("app/a.yaml", CONFIG_MAP);
        put(
                "app/sub/kustomization.yaml",
                "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nnamespace: x\n");

        assertThat(failure("app", "{}"))
                .startsWith("kustomize build failed: app/sub/kustomization.yaml: kind: line 1: ");
    }

    @Test
    void namesAManifestThatBearsTheNameOfAKustomizationFile() throws Exception {
        put("a.yaml", CONFIG_MAP);
        put("kustomization.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec: {}\n");

        assertThat(failure("", "{}"))
                .startsWith("kustomize build failed: kustomization.yaml:1: missing metadata.name in object");
    }

    @Test
    void namesFileAndLineOfAFieldOfTheWrongType() throws Exception {
        put("app/kustomization.yaml", "resources: []\nimages:\n- name: x\n- newTag: {a: b}\n");
        assertThat(failure("app", "{}"))
                .startsWith("kustomize build failed: app/kustomization.yaml: images[1].newTag: line 4:"
                        + " expected text but found a map");

        put("app/kustomization.yaml", "resources: []\nimages: {name: x}\n");
        assertThat(failure("app", "{}"))
                .startsWith("kustomize build failed: app/kustomization.yaml: images: line 2:"
                        + " expected a list but found a map");
    }

    @Test
    void namesFileAndLineOfAKustomizationFileThatIsNoYaml() throws Exception {
        put("app/kustomization.yaml", "resources:\n- a.yaml\n bad: x\n");

        assertThat(failure("app", "{}")).startsWith("error converting YAML to JSON: app/kustomization.yaml: line 3: ");
    }

    @Test
    void namesTheFileOfAManifestWithoutApiVersion() throws Exception {
        put("app/a.yaml", CONFIG_MAP + "---\nkind: ConfigMap\nmetadata: {name: b}\n");
        assertThat(failure("app", "{}"))
                .startsWith("kustomize build failed: app/a.yaml:6: ConfigMap b: missing apiVersion");

        put("app/kustomization.yaml", "namespace: x\nresources: [a.yaml]\n");
        assertThat(failure("app", "{}"))
                .startsWith("kustomize build failed: app/kustomization.yaml: resources[0]: app/a.yaml:6:"
                        + " ConfigMap x/b: missing apiVersion");
    }

    @Test
    void namesTheLineOfAVariableThatIsNotSet() throws Exception {
        put("app/a.yaml", CONFIG_MAP);
        put(
                "app/b.yaml",
                "# first\n---\n"
                        + CONFIG_MAP
                                .replace("{k: v}", "{k: '${set}',\n  l: '${unset}'}")
                                .replace("name: a", "name: b"));

        assertThat(failure("app", "{postBuild: {substitute: {set: x}}}"))
                .isEqualTo(
                        "post build failed for 'ConfigMap.v1.[noGrp]/b': envsubst error: variable substitution failed:"
                                + " variable not set (strict mode): \"unset\" (app/b.yaml:7: ${unset})");
    }

    @Test
    void namesTheManifestWhoseVariableAPatchBrought() throws Exception {
        put("a.yaml", CONFIG_MAP);

        assertThat(failure("", """
                patches: [{patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {k: "${unset:3}"}}'}]
                postBuild: {substitute: {set: x}}
                """)).endsWith("variable not set (strict mode): \"unset\" (a.yaml:1: ${unset)");
    }

    @Test
    void namesTheLineOfAnExpressionThatIsNone() throws Exception {
        put("a.yaml", CONFIG_MAP.replace("{k: v}", "{k: '${set'}"));

        assertThat(failure("", "{postBuild: {substitute: {set: x}}}"))
                .endsWith("variable substitution failed: missing closing brace (a.yaml:4: ${set)");
    }

    @Test
    void namesTheLineOfAVariableWhoseValueIsNoYaml() throws Exception {
        put("a.yaml", CONFIG_MAP.replace("{k: v}", "{a: b, k: '${set}', z: y}"));

        assertThat(failure("", "{postBuild: {substitute: {set: 'x: y: z'}}}"))
                .startsWith("post build failed for 'ConfigMap.v1.[noGrp]/a': envsubst error: YAMLToJSON: yaml: ")
                .endsWith(" (a.yaml:4: ${set})");
    }

    @Test
    void showsNothingOfASecret() throws Exception {
        put("a.yaml", CONFIG_MAP.replace("ConfigMap", "Secret").replace("data: {k: v}", "stringData: {k: 'pa${ss'}"));

        assertThat(failure("", "{postBuild: {substitute: {set: x}}}"))
                .endsWith("variable substitution failed: missing closing brace (a.yaml:4)");
    }

    @Test
    void remarksOnFieldsThatKustomizeDoesNotKnow() throws Exception {
        put("app/a.yaml", CONFIG_MAP);
        put("app/kustomization.yaml", """
                resources: [a.yaml]
                namePrefx: x-
                images:
                - name: b
                  newTags: '1'
                nonsense: true
                'images[x': true
                """);

        assertThat(build("app", "{}").unknown())
                .containsExactly(
                        "app/kustomization.yaml: images[0].newTags: line 5: unknown field without effect"
                                + " (did you mean 'newTag'?)",
                        "app/kustomization.yaml: images[x: line 3: unknown field without effect"
                                + " (did you mean 'images'?)",
                        "app/kustomization.yaml: namePrefx: line 2: unknown field without effect"
                                + " (did you mean 'namePrefix'?)",
                        "app/kustomization.yaml: nonsense: line 6: unknown field without effect");
    }

    private String failure(String directory, String spec) {
        return catchThrowableOfType(BuildFailure.class, () -> build(directory, spec))
                .message();
    }

    private BuiltManifests build(String directory, String spec) throws IOException, BuildFailure {
        KustomizationSpec fields = Specs.of(spec);
        Variables variables = new VariableLoader(FileConfigs.of(folder)).load(fields.postBuild(), "any");
        return new ManifestBuilder(RemoteBases.refused(), true)
                .build(
                        DirectoryTree.of(folder),
                        BuildRequest.of(fields, variables).inDirectory(directory));
    }

    private void put(String path, String content) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), content);
    }
}
