package io.fluxj.oci.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.MediaType;
import io.fluxj.oci.Reference;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.testkit.OutsideServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing to a registry that others wrote. */
class WriterTest {
    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(strings = {"none", "basic", "token"})
    void whatIsWrittenIsReadAgainByWhoMayWrite(String auth) throws Exception {
        Path layerFile = Files.writeString(work.resolve("layer"), "what the layer holds");
        Descriptor layer = descriptor("text/plain", Files.readAllBytes(layerFile));
        byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
        Descriptor about = descriptor("application/vnd.oci.empty.v1+json", config);
        byte[] manifest = """
                {"schemaVersion":2,"mediaType":"%s","config":{"mediaType":"%s","digest":"%s","size":2},
                 "layers":[{"mediaType":"text/plain","digest":"%s","size":%d}]}""".formatted(
                        MediaType.OCI_MANIFEST, about.mediaType(), about.digest(), layer.digest(), layer.size())
                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> settings = auth.equals("none") ? Map.of() : Map.of("AUTH", auth);
        try (OutsideServer server = OutsideServer.startOrSkip("registry", work.resolve("data"), settings)) {
            Repository repository = new Repository(server.value("REGISTRY"), "team/app");
            RegistryCredentials user = auth.equals("none")
                    ? new RegistryCredentials.None()
                    : new RegistryCredentials.Basic(server.value("USERNAME"), server.value("PASSWORD"));
            try (HttpRegistry registry = open(repository, user)) {
                for (int twice = 0; twice < 2; twice++) {
                    registry.writer().upload(repository, layer, layerFile);
                    registry.writer().upload(repository, about, config);
                    assertThat(registry.writer().put(repository.tag("1.0.0"), MediaType.OCI_MANIFEST, manifest))
                            .isEqualTo(registry.resolve(repository.tag("1.0.0")));
                }
                assertThat(registry.tag(repository.tag("1.0.0"), new Reference.Tag(repository, "latest")))
                        .isEqualTo(registry.resolve(repository.tag("latest")));
                Manifest.Image image = registry.image(repository.tag("1.0.0"));
                registry.download(repository, image.layers().getFirst(), work.resolve("back"));
                assertThat(work.resolve("back")).hasContent("what the layer holds");
            }
            if (!auth.equals("none")) {
                try (HttpRegistry registry = open(repository, new RegistryCredentials.Basic("flux", "guess"))) {
                    assertThatThrownBy(() -> registry.writer().upload(repository, about, config))
                            .isInstanceOfSatisfying(RegistryException.class, refused -> assertThat(refused.problem())
                                    .isEqualTo(Problem.AUTHENTICATION));
                }
            }
        }
    }

    private static Descriptor descriptor(String type, byte[] bytes) {
        return Descriptor.of(type, Digest.of(DigestAlgorithm.SHA256, bytes), bytes.length);
    }

    private static HttpRegistry open(Repository repository, RegistryCredentials who) throws Exception {
        return HttpRegistry.open(
                repository.registry(), RegistryAccess.anonymous().as(who), RegistryLimits.DEFAULT);
    }
}
