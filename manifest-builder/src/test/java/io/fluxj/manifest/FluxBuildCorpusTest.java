package io.fluxj.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.decrypt.ManifestDecryption;
import io.fluxj.manifest.postbuild.VariableLoader;
import io.fluxj.manifest.postbuild.Variables;
import io.fluxj.sops.age.AgeIdentities;
import io.fluxj.sops.age.AgeKeyService;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.pgp.PgpKeyService;
import io.fluxj.sops.pgp.PgpKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Builds recorded sources and compares the bytes, or the failure, with what the real controller made of them. */
final class FluxBuildCorpusTest {
    private static final Path SHIPPED = Path.of("src/test/resources/flux-build-corpus");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicNode> buildsTheSameBytesOrFails() {
        return GoldenTests.of(GoldenFolder.of(SHIPPED).folders("cases"), recording -> verdict(recording.source()));
    }

    private Verdict verdict(Path sample) throws IOException {
        JsonNode recorded = Yaml.read(sample.resolve("case.yaml"));
        JsonNode spec = Yaml.read(sample.resolve("flux-kustomization.yaml")).path("spec");
        Path folder = Files.createTempDirectory(work, "artifact");
        for (JsonNode name : recorded.path("artifactFiles")) {
            Path target = folder.resolve(name.asText());
            Files.createDirectories(target.getParent());
            Files.copy(sample.resolve("tree").resolve(name.asText()), target);
        }
        Optional<String> why = whySkipped(folder.resolve(spec.path("path").asText()));
        return why.isPresent()
                ? new Verdict.Skipped(why.get())
                : Verdict.of(difference(sample, recorded, spec, folder));
    }

    private static Optional<String> whySkipped(Path folder) {
        Path file = folder.resolve("kustomization.yaml");
        JsonNode kustomization = Files.exists(file) ? firstOf(file) : Yaml.parse("{}");
        if (kustomization.path("apiVersion").asText().startsWith("kustomize.toolkit.fluxcd.io/")) {
            return Optional.of("a Flux Kustomization stored under this name is applied here (docs/differences.md)");
        }
        boolean label = kustomization.path("buildMetadata").valueStream().anyMatch(each -> each.asText()
                .equals("managedByLabel"));
        return label
                ? Optional.of("the label holds the version of kustomize, in the recording a development build")
                : Optional.empty();
    }

    private static JsonNode firstOf(Path file) {
        try {
            return Yaml.read(file);
        } catch (UncheckedIOException malformed) {
            return Yaml.parse("{}");
        }
    }

    private static String difference(Path sample, JsonNode recorded, JsonNode spec, Path folder) throws IOException {
        Path wanted = sample.resolve("controller-build.yaml");
        try {
            String built = build(sample, spec, folder);
            return recorded.has("controllerBuildError")
                    ? "- fails: " + recorded.path("controllerBuildError").asText() + "\n+ builds\n"
                    : Diff.between(Files.readString(wanted), built);
        } catch (BuildFailure failure) {
            return recorded.has("controllerBuildError") ? "" : "- builds\n+ fails: " + failure.getMessage() + "\n";
        }
    }

    private static String build(Path sample, JsonNode spec, Path folder)
            throws JsonProcessingException, IOException, BuildFailure {
        KustomizationSpec asked = JSON.treeToValue(spec, KustomizationSpec.class);
        Variables variables = new VariableLoader(FileConfigs.of(sample)).load(asked.postBuild(), "any");
        BuildRequest request = BuildRequest.of(asked, variables).decryptedWith(keys(sample, spec.path("decryption")));
        PreparedBuild prepared =
                new ManifestBuilder(RemoteBases.refused(), true).prepare(DirectoryTree.of(folder), request);
        String text = prepared.text();
        String digest = prepared.build().digest();
        return digest.equals(Digest.of(DigestAlgorithm.SHA256, text).toString())
                ? text
                : "the digest is that of another text: " + digest;
    }

    /** With the keys of the Secret that lies beside the sample. */
    private static ManifestDecryption keys(Path sample, JsonNode decryption) throws IOException {
        if (decryption.isMissingNode()) {
            return ManifestDecryption.none();
        }
        AgeIdentities identities = new AgeIdentities();
        PgpKeys secrets = new PgpKeys();
        String name = decryption.path("secretRef").path("name").asText();
        Map<String, String> data = FileConfigs.of(sample).secret("any", name).orElseThrow();
        try {
            for (Map.Entry<String, String> entry : data.entrySet()) {
                if (entry.getKey().endsWith(".asc")) {
                    secrets.add(entry.getValue());
                } else {
                    identities.add(entry.getValue());
                }
            }
        } catch (KeyException e) {
            throw new IOException(e);
        }
        return ManifestDecryption.with(List.of(new AgeKeyService(identities), new PgpKeyService(secrets)));
    }
}
