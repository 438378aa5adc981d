package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** Failures say where, what and what to do, as values. */
class BuildErrorsTest {

    private static BuildException failure(String... files) {
        return catchThrowableOfType(BuildException.class, () -> Trees.build(Trees.of(files)));
    }

    @Test
    void namesFileAndLineOfMalformedYaml() {
        BuildException e = failure(
                "kustomization.yaml", "resources: [a.yaml]", "a.yaml", "apiVersion: v1\nkind: ConfigMap\n bad: x\n");
        assertThat(e.kustomization()).contains("kustomization.yaml");
        assertThat(e.field()).contains("resources[0]");
        assertThat(e.file()).contains("a.yaml");
        assertThat(e.line()).hasValue(3);
    }

    @Test
    void namesTheLineInWhichAnUnclosedQuoteBegan() {
        BuildException e = failure(
                "kustomization.yaml",
                "resources: [a.yaml]",
                "a.yaml",
                Trees.configMap("a", "x") + "---\n" + Trees.configMap("b", "\"x") + "  b: y\n  c: z\n");
        assertThat(e.file()).contains("a.yaml");
        assertThat(e.line()).hasValue(13);
    }

    @Test
    void saysOfAHelmTemplateThatItLooksLikeOne() {
        BuildException e = failure(
                "kustomization.yaml",
                "resources: [a.yaml]",
                "a.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.name }}\n{{- if .Values.on }}\ndata: {}\n");
        assertThat(e.file()).contains("a.yaml");
        assertThat(e.hint().orElse("")).startsWith("it looks like a Helm template");
    }

    @Test
    void canBeLaidToTheFieldThatAFileWasMadeFrom() {
        BuildException e = failure("kustomization.yaml", "{\"patches\": [{\"path\": \"nope.yaml\"}]}");

        assertThat(e.attributedTo(null, "spec.patches[0]", 0))
                .hasMessageStartingWith("spec.patches[0]: no such file: 'nope.yaml'");
        String original = "resources: []\npatches:\n- path: nope.yaml\n";
        assertThat(e.attributedTo("a/kustomization.yml", "patches[0]", Kustomize.lineOf(original, "patches[0]")))
                .hasMessageStartingWith("a/kustomization.yml: patches[0]: line 3: no such file: 'nope.yaml'");
    }

    @Test
    void countsLinesOverAllDocumentsOfAFile() {
        BuildException e = failure(
                "kustomization.yaml",
                "resources: [a.yaml]",
                "a.yaml",
                Trees.configMap("a", "x") + "---\n" + Trees.configMap("b", "x")
                        + "---\nkind: ConfigMap\nmetadata: {}\n");
        assertThat(e.line()).hasValue(15);
        assertThat(e.what()).isEqualTo("missing metadata.name in object of kind ConfigMap");
    }

    @Test
    void namesTheObjectThatIsDefinedTwiceAndWhereItWasFirst() {
        BuildException e = failure(
                "kustomization.yaml",
                "resources: [a.yaml, b.yaml]",
                "a.yaml",
                Trees.configMap("c", "x"),
                "b.yaml",
                Trees.configMap("c", "y"));
        assertThat(e.object()).contains("v1 ConfigMap c");
        assertThat(e.file()).contains("b.yaml");
        assertThat(e.what()).contains("first in a.yaml:1");
        assertThat(e.hint()).isPresent();
    }

    @Test
    void namesTheInnerKustomizationAndItsField() {
        BuildException e = failure(
                "kustomization.yaml",
                "resources: [base]",
                "base/kustomization.yaml",
                "resources: [a.yaml]\npatches: [{patch: 'x: y'}, {path: nope.yaml}]\n",
                "base/a.yaml",
                Trees.configMap("a", "x"));
        assertThat(e.kustomization()).contains("base/kustomization.yaml");
        assertThat(e.field()).contains("patches[0]");
    }

    @Test
    void saysWhichObjectAPatchMayHaveMeant() {
        BuildException e = failure(
                "kustomization.yaml",
                "resources: [a.yaml]\npatches: [{path: p.yaml}]\n",
                "a.yaml",
                Trees.configMap("a", "x"),
                "p.yaml",
                "apiVersion: v2\nkind: ConfigMap\nmetadata: {name: a}\n");
        assertThat(e.file()).contains("p.yaml");
        assertThat(e.hint()).get().asString().contains("there is v1 ConfigMap a");
    }

    @Test
    void namesTheOperationOfAJsonPatchThatFailed() {
        BuildException e = failure("kustomization.yaml", """
                resources: [a.yaml]
                patches:
                - target: {kind: ConfigMap}
                  patch: |-
                    - {op: add, path: /data/b, value: x}
                    - {op: remove, path: /data/nope}
                """, "a.yaml", Trees.configMap("a", "x"));
        assertThat(e.field()).contains("patches[0]");
        assertThat(e.object()).contains("v1 ConfigMap a");
        assertThat(e.what()).contains("operation 2").contains("/data/nope").contains("no field 'nope'");
    }

    @Test
    void namesUnknownFieldsAndTheKnownOnes() {
        BuildException e = failure("kustomization.yaml", "images: [{name: a, bogus: b}]\n");
        assertThat(e.field()).contains("images[0].bogus");
        assertThat(e.hint()).get().asString().contains("newTag");
    }

    @Test
    void namesTheLineOfTheFieldInTheKustomizationFile() {
        BuildException e = failure("kustomization.yaml", """
                namespace: x
                images:
                - name: a
                - name: b
                  newTag: 1.5
                """);
        assertThat(e.field()).contains("images[1].newTag");
        assertThat(e.file()).contains("kustomization.yaml");
        assertThat(e.line()).hasValue(5);
    }

    @Test
    void namesTheFieldThroughWhichAnObjectCameThatCannotBePrinted() {
        BuildException e = failure(
                "kustomization.yaml",
                "resources: [base]",
                "base/kustomization.yaml",
                "resources: [b.yaml, a.yaml]",
                "base/b.yaml",
                Trees.configMap("b", "x"),
                "base/a.yaml",
                Trees.configMap("a", "x") + "1: y\nspec: {2: z}\n");
        assertThat(e.kustomization()).contains("base/kustomization.yaml");
        assertThat(e.field()).contains("resources[1]");
        assertThat(e.file()).contains("base/a.yaml");
        assertThat(e.line()).hasValue(8);
        assertThat(e.object()).contains("v1 ConfigMap a");
    }

    @Test
    void takesBracketsOfAKeyForNoPlaceInAList() {
        BuildException e = failure("kustomization.yaml", "resources: [a.yaml]\n'resources[x': y\n");
        assertThat(e.field()).contains("resources[x");
        assertThat(e.what()).isEqualTo("unknown field 'resources[x'");
        assertThat(Kustomize.lineOf("a: [b]", "a[99999999999]")).isEqualTo(1);
    }

    @Test
    void namesNoLineOfAnObjectThatWasGenerated() {
        BuildException e = failure(
                "kustomization.yaml",
                "resources: [base, a.yaml]",
                "base/kustomization.yaml",
                "configMapGenerator: [{name: a, options: {disableNameSuffixHash: true}}]\n",
                "a.yaml",
                Trees.configMap("a", "x"));
        assertThat(e.what()).endsWith("first in base/kustomization.yaml");
    }

    @Test
    void canNameTheFileOfAnObjectThatWasBuilt() {
        BuiltResource built = Trees.build(Trees.of(
                        "kustomization.yaml",
                        "resources: [a.yaml]",
                        "a.yaml",
                        "# comment\nkind: ConfigMap\nmetadata: {name: a}\n"))
                .resources()
                .getFirst();
        assertThat(built.problem("missing apiVersion"))
                .hasMessage("kustomization.yaml: resources[0]: a.yaml:2: ConfigMap a: missing apiVersion");
        assertThat(built.problem("missing apiVersion").fileKnownAs("a.yaml", "b.yaml"))
                .hasMessage("kustomization.yaml: resources[0]: b.yaml:2: ConfigMap a: missing apiVersion");
    }

    @Test
    void keepsTheFieldOfTheKustomizationWhenAFileOfSettingsIsWrong() {
        BuildException e =
                failure("kustomization.yaml", "configurations: [c.yaml]\nnamespace: x\n", "c.yaml", "nonsense: [a]\n");
        assertThat(e.field()).contains("configurations[0]");
        assertThat(e.file()).contains("c.yaml");
        assertThat(e.what()).contains("nonsense");
    }

    @Test
    void guessesWhichFieldWasMeant() {
        BuildException e = failure("kustomization.yaml", "resourcez: [a.yaml]\n");
        assertThat(e.hint()).contains("did you mean 'resources'?");
    }

    @Test
    void doesNotShowValuesOfSecrets() {
        BuildException e = failure("kustomization.yaml", "secretGenerator: [{name: s, literals: [hunter2]}]\n");
        assertThat(e.getMessage()).doesNotContain("hunter2");
    }
}
