package io.fluxj.oci;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.archive.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads manifests. What nothing asks for may have any form. */
public final class ManifestReader {
    private static final int DEPTH = 64;
    private static final int MOST_ENTRIES = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .build();

    private ManifestReader() {}

    /**
     * Reads a manifest.
     *
     * @param mediaType what the registry says it is, which counts where it does not say so itself; empty when that is not known
     * @throws RegistryException when it is none
     */
    public static Manifest read(byte[] bytes, Digest digest, String mediaType) throws RegistryException {
        try {
            JsonNode root = JSON.readTree(bytes);
            String own = root.path("mediaType").asText("");
            String type = own.isEmpty() ? mediaType : own;
            return MediaType.isIndex(type) || (root.has("manifests") && !root.has("layers"))
                    ? new Manifest.Index(digest, descriptors(root.path("manifests")))
                    : image(root, digest);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new RegistryException(
                    RegistryException.Problem.MALFORMED,
                    "the manifest " + digest + " cannot be read: " + oneLine(malformed),
                    malformed);
        }
    }

    private static Manifest.Image image(JsonNode root, Digest digest) {
        if (!root.isObject() || root.path("schemaVersion").asInt() != 2) {
            throw new IllegalArgumentException("it is no image manifest of schema version 2");
        }
        JsonNode config = root.path("config");
        return new Manifest.Image(
                digest,
                config.isObject() ? Optional.of(descriptor(config)) : Optional.empty(),
                descriptors(root.path("layers")),
                root.path("artifactType").asText(""),
                texts(root.path("annotations")));
    }

    private static List<Descriptor> descriptors(JsonNode list) {
        if (list.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("it has more than " + MOST_ENTRIES + " entries");
        }
        List<Descriptor> descriptors = new ArrayList<>();
        list.forEach(one -> descriptors.add(descriptor(one)));
        return descriptors;
    }

    private static Descriptor descriptor(JsonNode node) {
        JsonNode platform = node.path("platform");
        return new Descriptor(
                node.path("mediaType").asText(""),
                Digests.parse(node.path("digest").asText("")),
                node.path("size").asLong(-1),
                platform.isObject()
                        ? new Descriptor.Platform(
                                platform.path("os").asText(""),
                                platform.path("architecture").asText(""))
                        : Descriptor.Platform.DEFAULT,
                node.path("artifactType").asText(""),
                texts(node.path("annotations")));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static String oneLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
