package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportedInputsTest {

    private static final FileTree TREE = Trees.of(
            "over/kustomization.yaml",
            "resources: [../base]\npatches: [{path: p.yaml}]\nvars: [{name: V, objref: {kind: ConfigMap, name: c, apiVersion: v1}}]\n",
            "over/p.yaml",
            Trees.configMap("c", "patched"),
            "base/kustomization.yaml",
            "configMapGenerator: [{name: c, files: [f.txt], options: {disableNameSuffixHash: true}}]\n",
            "base/f.txt",
            "hello",
            "base/unused.yaml",
            "x");

    @Test
    void namesEveryFileThatWasReadWithItsDigest() {
        BuildResult result = Kustomize.build(TREE, "over", BuildOptions.flux());
        assertThat(result.inputs())
                .containsEntry("base/f.txt", "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")
                .containsKeys("over/kustomization.yaml", "base/kustomization.yaml", "over/p.yaml")
                .doesNotContainKey("base/unused.yaml");
    }

    @Test
    void namesFilesThatWereLookedForInVain() {
        BuildResult result = Kustomize.build(TREE, "over", BuildOptions.flux());
        assertThat(result.inputs()).containsEntry("over/kustomization.yml", "absent");
    }

    @Test
    void namesTheVariablesThatWereResolved() {
        BuildResult result = Kustomize.build(TREE, "over", BuildOptions.flux());
        assertThat(result.variables()).containsEntry("V", "c");
    }
}
