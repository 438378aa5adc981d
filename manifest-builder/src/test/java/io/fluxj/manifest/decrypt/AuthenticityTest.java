package io.fluxj.manifest.decrypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.golden.Yaml;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.BuildRequest;
import io.fluxj.manifest.ManifestBuilder;
import io.fluxj.manifest.postbuild.Variables;
import io.fluxj.sops.key.KeyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was changed after sops encrypted it is refused; what has no MAC is decrypted, and told. */
final class AuthenticityTest {
    private static final String CHANGED = "it was changed after sops encrypted it";

    private final List<String> withoutMac = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String build(ManifestDecryption keys) throws BuildFailure, IOException {
        KustomizationSpec spec = KustomizationSpec.builder().build();
        BuildRequest request = BuildRequest.of(spec, Variables.of(Map.of())).decryptedWith(keys);
        return new ManifestBuilder(RemoteBases.refused(), true)
                .prepare(DirectoryTree.of(folder), request)
                .text();
    }

    private String build() throws BuildFailure, IOException, KeyException {
        return build(ManifestDecryption.authenticating(SopsCorpus.services(Yaml.parse("[age-a]")), withoutMac::add));
    }

    private static String file(String id) throws IOException {
        return SopsCorpus.text("cases/" + id + "/encrypted.yaml");
    }

    private static String secret() throws IOException {
        return file("k8s-stringdata");
    }

    private static String withoutMac(String file) {
        return file.replaceAll("(?m)^ *mac: .*\n", "");
    }

    @Test
    void refusesAResourceWhoseClearTextChanged() throws IOException {
        write("secret.yaml", secret().replace("name: sd", "name: other"));
        assertThatThrownBy(this::build)
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining("'secret.yaml'")
                .hasMessageContaining(CHANGED)
                .hasMessageNotContaining("computed");
    }

    @Test
    void takesItAsFluxDoesWhereNobodyChecks() throws IOException, BuildFailure, KeyException {
        write("secret.yaml", secret().replace("name: sd", "name: other"));
        assertThat(build(SopsCorpus.keys(Yaml.parse("[age-a]"))))
                .contains("name: other")
                .doesNotContain("ENC[");
    }

    @Test
    void takesWhatKustomizeChanges() throws IOException, BuildFailure, KeyException {
        write("secret.yaml", secret());
        write("kustomization.yaml", """
                resources: [secret.yaml]
                namespace: elsewhere
                namePrefix: my-
                labels: [{pairs: {a: b}}]
                """);

        assertThat(build())
                .contains("namespace: elsewhere")
                .contains("name: my-sd")
                .doesNotContain("ENC[");
        assertThat(withoutMac).isEmpty();
    }

    @Test
    void checksFilesOfSeveralDocuments() throws IOException, BuildFailure, KeyException {
        String both = file("k8s-list-two-docs");
        write("both.yaml", both);
        assertThat(build()).doesNotContain("ENC[");

        write("both.yaml", both.substring(both.lastIndexOf("\n---\n") + 5));
        assertThatThrownBy(this::build).hasMessageContaining(CHANGED);
    }

    @Test
    void checksEachOfFilesThatWerePutTogether() throws IOException, BuildFailure, KeyException {
        String plain = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n";
        write("all.yaml", plain + "---\n" + secret());
        assertThat(build()).doesNotContain("ENC[");

        write("all.yaml", plain + "---\n" + secret().replace("name: sd", "name: other"));
        assertThatThrownBy(this::build).hasMessageContaining(CHANGED);
    }

    @Test
    void refusesAChangedFileOfAGenerator() throws IOException {
        write("kustomization.yaml", "secretGenerator: [{name: s, files: [secret.yaml]}]\n");
        write("secret.yaml", secret().replace("name: sd", "name: other"));
        assertThatThrownBy(this::build).hasMessageContaining("'secret.yaml'").hasMessageContaining(CHANGED);
    }

    @Test
    void refusesAChangedFileInASecret() throws IOException {
        String changed = secret().replace("name: sd", "name: other");
        String data = Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8));
        write("s.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a.yaml: %s}\n".formatted(data));
        assertThatThrownBy(this::build).hasMessageContaining("field 'a.yaml'").hasMessageContaining(CHANGED);
    }

    /** The encrypted Secret of the guides has none. */
    @Test
    void knowsAnObjectWithoutMacByItsRecipients() throws IOException, BuildFailure, KeyException {
        write("secret.yaml", withoutMac(secret()));

        assertThat(build()).contains("name: sd").doesNotContain("ENC[").doesNotContain("sops");
        assertThat(withoutMac).containsExactly("Secret/apps/sd");
    }

    @Test
    void leavesObjectsThatHaveAFieldOfThatNameAlone() throws IOException, BuildFailure, KeyException {
        write("other.yaml", """
                apiVersion: example.com/v1
                kind: Vault
                metadata: {name: v}
                sops: {enabled: true, age: [key], pgp: [{fp: x}], key_groups: [{}]}
                """);

        assertThat(build()).contains("enabled: true");
        assertThat(withoutMac).isEmpty();
    }
}
