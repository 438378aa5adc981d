package io.fluxj.manifest.decrypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.golden.Yaml;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.BuildRequest;
import io.fluxj.manifest.BuiltManifests;
import io.fluxj.manifest.ManifestBuilder;
import io.fluxj.manifest.postbuild.Variables;
import io.fluxj.sops.key.KeyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds of folders that hold encrypted files. */
final class DecryptedBuildTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String build(ManifestDecryption keys) throws IOException, BuildFailure {
        KustomizationSpec spec = KustomizationSpec.builder().build();
        BuildRequest request = BuildRequest.of(spec, Variables.of(Map.of())).decryptedWith(keys);
        return new ManifestBuilder(RemoteBases.refused(), true)
                .prepare(DirectoryTree.of(folder), request)
                .text();
    }

    private static ManifestDecryption keys() throws IOException, KeyException {
        return SopsCorpus.keys(Yaml.parse("[age-a]"));
    }

    private static String encrypted(String id, String name) throws IOException {
        return SopsCorpus.text("cases/" + id + "/" + name);
    }

    private void generators() throws IOException {
        write("base/kustomization.yaml", """
                generatorOptions: {disableNameSuffixHash: true}
                secretGenerator:
                - name: s
                  files: [token.yaml=secret.txt]
                  envs: [some.env]
                configMapGenerator:
                - name: c
                  files: [token.yaml=other.txt]
                """);
        write("base/other.txt", encrypted("y-nested", "encrypted.yaml"));
        write("base/secret.txt", encrypted("y-minimal", "encrypted.yaml"));
        write("base/some.env", encrypted("e-basic", "encrypted.env"));
        write("kustomization.yaml", "resources: [base]\n");
    }

    @Test
    void decryptsFilesOfSecretGeneratorsAndNoOthers() throws IOException, KeyException, BuildFailure {
        generators();

        String built = build(keys());

        String plain = Base64.getEncoder()
                .encodeToString(encrypted("y-minimal", "plain").getBytes(StandardCharsets.UTF_8));
        assertThat(built.replaceAll("\\s", "")).contains("token.yaml:" + plain);
        assertThat(built).contains("mac: ENC[AES256_GCM"); // in the ConfigMap
    }

    @Test
    void leavesFilesAsTheyAreWhereNobodyAsks() throws IOException, BuildFailure {
        generators();
        assertThat(build(ManifestDecryption.none())).contains("kind: Secret");
    }

    @Test
    void tellsTheFileThatNoKeyOpens() throws IOException {
        generators();
        assertThatThrownBy(() -> build(SopsCorpus.keys(Yaml.parse("[age-b]"))))
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining("error decrypting sources: failed to decrypt 'base/s")
                .hasMessageContaining("cannot get sops data key");
    }

    @Test
    void decryptsResourcesWhoseKindIsEncrypted() throws IOException, KeyException, BuildFailure {
        write("whole.yaml", encrypted("k8s-whole", "encrypted.yaml"));
        write("kustomization.yaml", "resources: [whole.yaml]\nnamespace: elsewhere\n");

        assertThat(build(keys()))
                .contains("kind: Secret")
                .contains("namespace: elsewhere")
                .doesNotContain("ENC[");
    }

    @Test
    void decryptsResourcesWhoseRuleLooksAtComments() throws IOException, KeyException, BuildFailure {
        write("commented.yaml", encrypted("k8s-comment-regex", "encrypted.yaml"));
        assertThat(build(keys())).contains("kind: ").doesNotContain("ENC[");
    }

    @Test
    void tellsWhichTextsNoMessageMayHold() throws IOException, KeyException, BuildFailure {
        write("secret.yaml", encrypted("k8s-stringdata", "encrypted.yaml"));
        KustomizationSpec spec = KustomizationSpec.builder().build();
        BuiltManifests built = new ManifestBuilder(RemoteBases.refused(), true)
                .build(
                        DirectoryTree.of(folder),
                        BuildRequest.of(spec, Variables.of(Map.of())).decryptedWith(keys()));

        String plain = encrypted("k8s-stringdata", "plain");
        assertThat(built.sensitivity().decrypted()).isNotEmpty().allSatisfy(text -> assertThat(plain)
                .contains(text.lines().findFirst().orElseThrow()));
        assertThat(built.toString()).contains("confidential=true");
    }

    @Test
    void failsWhenTheKeysCannotBeHad() throws IOException {
        write("plain.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
        assertThatThrownBy(() -> build(ManifestDecryption.unavailable("secrets \"keys\" not found")))
                .isInstanceOf(BuildFailure.class)
                .hasMessage("secrets \"keys\" not found");
    }
}
