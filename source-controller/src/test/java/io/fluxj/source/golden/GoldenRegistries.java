package io.fluxj.source.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.RegistryServer;
import java.io.IOException;
import java.nio.file.Path;

/** The registries that the scenarios fetch from: one for everybody, one for a user. */
record GoldenRegistries(RegistryServer open, RegistryServer guarded, JsonNode manifests, JsonNode sets)
        implements AutoCloseable {
    static GoldenRegistries start(Path fixtures) throws IOException {
        Path blobs = fixtures.resolve("oci/blobs");
        return new GoldenRegistries(
                RegistryServer.start(blobs),
                RegistryServer.start(blobs, "user", "pass"),
                Yaml.read(fixtures.resolve("oci/manifests.json")),
                Yaml.read(fixtures.resolve("oci/signed-sets.json")));
    }

    /** Does what a step says under {@code oci}. */
    void push(JsonNode pushes, String namespace) {
        for (JsonNode push : pushes) {
            RegistryServer registry = push.path("registry").asText().equals("OCIAUTH") ? guarded : open;
            String repository = push.path("repo").asText().replace("@NS@", namespace);
            if (push.has("set")) {
                sets.path(push.path("set").asText())
                        .forEach(
                                one -> tag(registry, repository, one.path("tag").asText(), one));
            } else {
                JsonNode manifest = manifests.path(push.path("manifest").asText());
                tag(registry, repository, push.path("tag").asText(), manifest);
            }
        }
    }

    private static void tag(RegistryServer registry, String repository, String tag, JsonNode manifest) {
        registry.tag(
                repository,
                tag,
                manifest.path("digest").asText(),
                manifest.path("mediaType").asText());
    }

    @Override
    public void close() {
        open.close();
        guarded.close();
    }
}
