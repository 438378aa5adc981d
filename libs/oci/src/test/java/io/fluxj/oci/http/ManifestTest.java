package io.fluxj.oci.http;

import static io.fluxj.oci.http.FakeRegistry.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.MediaType;
import io.fluxj.oci.RegistryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final String LAYER = "sha256:" + "a".repeat(64);
    private static final String IMAGE = """
            {"schemaVersion":2,"config":{"mediaType":"application/vnd.x","digest":"%s","size":2},
             "layers":[{"mediaType":"text/plain","digest":"%s","size":3,"annotations":{"k":"v"}}],
             "annotations":{"org.opencontainers.image.source":"s"}}""".formatted(LAYER, LAYER);

    @Test
    void headIsEnoughToKnowTheDigest() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> reply(
                        exchange, 200, "", "Docker-Content-Digest", LAYER, "Content-Type", MediaType.OCI_MANIFEST));
                HttpRegistry registry = server.open()) {
            assertThat(registry.resolve(server.repository().tag("1.0.0"))).hasToString(LAYER);
            assertThat(server.asked()).extracting(FakeRegistry.Asked::method).containsExactly("HEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"405", "no digest", "no type", "bad digest", "weak digest"})
    void whereHeadIsAnsweredWronglyTheManifestItselfTells(String fault) throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, asked) -> {
                    if (!asked.method().equals("HEAD")) {
                        reply(exchange, 200, IMAGE, "Content-Type", MediaType.OCI_MANIFEST);
                        return;
                    }
                    switch (fault) {
                        case "405" -> reply(exchange, 405, "");
                        case "no digest" -> reply(exchange, 200, "", "Content-Type", MediaType.OCI_MANIFEST);
                        case "no type" -> reply(exchange, 200, "", "Docker-Content-Digest", LAYER);
                        case "bad digest" ->
                            reply(exchange, 200, "", "Docker-Content-Digest", "sha256:x", "Content-Type", "x/y");
                        default ->
                            reply(
                                    exchange,
                                    200,
                                    "",
                                    "Docker-Content-Digest",
                                    "sha1:" + "a".repeat(40),
                                    "Content-Type",
                                    "x/y");
                    }
                });
                HttpRegistry registry = server.open()) {
            assertThat(registry.resolve(server.repository().tag("1.0.0"))).isEqualTo(digest(IMAGE));
        }
    }

    @Test
    void readsAnImage() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, _) ->
                        reply(exchange, 200, IMAGE, "Content-Type", MediaType.OCI_MANIFEST + "; x=y"));
                HttpRegistry registry = server.open()) {
            Manifest.Image image = registry.image(server.repository().digest(digest(IMAGE)));
            assertThat(image.kind()).isEqualTo("application/vnd.x");
            assertThat(image.annotations()).containsEntry("org.opencontainers.image.source", "s");
            assertThat(image.layers()).extracting(Descriptor::size).containsExactly(3L);
        }
    }

    /** Flux takes linux/amd64 wherever it runs, and what does not say is that. */
    @Test
    void ofAnIndexTheOneForLinuxOnAmd64IsTaken() throws Exception {
        String index = """
                {"schemaVersion":2,"mediaType":"%s","manifests":[
                 {"mediaType":"x","digest":"%s","size":1,"platform":{"os":"linux","architecture":"arm64"}},
                 {"mediaType":"x","digest":"%s","size":1,"platform":{"os":"linux","architecture":"amd64"}}]}""".formatted(MediaType.OCI_INDEX, LAYER, digest(IMAGE));
        try (FakeRegistry server = FakeRegistry.start(
                        (exchange, asked) -> reply(exchange, 200, asked.target().endsWith("/1.0.0") ? index : IMAGE));
                HttpRegistry registry = server.open()) {
            assertThat(registry.image(server.repository().tag("1.0.0")).digest())
                    .isEqualTo(digest(IMAGE));
        }
    }

    @Test
    void anIndexWithoutItIsNamed() throws Exception {
        String index = "{\"schemaVersion\":2,\"manifests\":[]}";
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> reply(exchange, 200, index));
                HttpRegistry registry = server.open()) {
            assertThatThrownBy(() -> registry.image(server.repository().tag("1.0.0")))
                    .hasMessage("no child with platform linux/amd64 in index " + server.host() + "/team/app:1.0.0");
        }
    }

    @Test
    void anotherManifestThanTheOneAskedForIsRefused() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> reply(exchange, 200, IMAGE));
                HttpRegistry registry = server.open()) {
            assertThatThrownBy(() -> registry.manifest(server.repository().digest(digest("other"))))
                    .isInstanceOfSatisfying(RegistryException.class, refused -> assertThat(refused.problem())
                            .isEqualTo(RegistryException.Problem.DIGEST));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"schemaVersion\":1}",
                "{\"schemaVersion\":2,\"layers\":[{\"digest\":\"sha256:x\",\"size\":1}]}",
                "{\"schemaVersion\":2,\"layers\":[{\"digest\":\"sha1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"size\":1}]}",
                "{\"schemaVersion\":2,\"layers\":[{}]}",
                "nesting"
            })
    void whatIsNoManifestIsRefused(String body) throws Exception {
        String sent = body.equals("nesting") ? "[".repeat(2000) : body;
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> reply(exchange, 200, sent));
                HttpRegistry registry = server.open()) {
            assertThatThrownBy(() -> registry.manifest(server.repository().tag("1.0.0")))
                    .isInstanceOfSatisfying(RegistryException.class, refused -> assertThat(refused.problem())
                            .isEqualTo(RegistryException.Problem.MALFORMED));
        }
    }

    @Test
    void aManifestOfAnySizeIsNotReadToItsEnd() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> reply(exchange, 200, " ".repeat(5000)));
                HttpRegistry registry = server.open()) {
            assertThatThrownBy(() -> registry.manifest(server.repository().tag("1.0.0")))
                    .hasMessageContaining("more than 4096 bytes came");
        }
    }

    private static Digest digest(String text) {
        return Digest.of(DigestAlgorithm.SHA256, text);
    }
}
