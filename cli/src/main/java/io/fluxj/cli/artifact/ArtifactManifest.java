package io.fluxj.cli.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.MediaType;
import java.util.Map;
import java.util.TreeMap;

/** What is written of an artifact of Flux. Source: cli §5, OCI image specification. */
final class ArtifactManifest {
    static final String CONFIG = "application/vnd.cncf.flux.config.v1+json";
    static final String CONTENT = "application/vnd.cncf.flux.content.v1.tar+gzip";
    static final String CREATED = "org.opencontainers.image.created";
    static final String SOURCE = "org.opencontainers.image.source";
    static final String REVISION = "org.opencontainers.image.revision";

    private ArtifactManifest() {}

    /** The configuration, by which tools that know images find their way. */
    static byte[] config(String created, Digest unpacked) {
        ObjectNode config =
                object().put("created", created).put("architecture", "").put("os", "");
        config.putObject("config");
        config.putObject("rootfs").put("type", "layers").putArray("diff_ids").add(unpacked.toString());
        return config.toString().getBytes(UTF_8);
    }

    /** The manifest of one layer. */
    static byte[] of(Descriptor config, Descriptor layer, Map<String, String> annotations) {
        ObjectNode manifest = object().put("schemaVersion", 2).put("mediaType", MediaType.OCI_MANIFEST);
        manifest.set("config", json(config));
        manifest.putArray("layers").add(json(layer));
        ObjectNode said = manifest.putObject("annotations");
        new TreeMap<>(annotations).forEach(said::put);
        return manifest.toString().getBytes(UTF_8);
    }

    static Descriptor descriptor(String mediaType, byte[] bytes) {
        return Descriptor.of(mediaType, Digest.of(DigestAlgorithm.SHA256, bytes), bytes.length);
    }

    private static ObjectNode json(Descriptor descriptor) {
        return object().put("mediaType", descriptor.mediaType())
                .put("size", descriptor.size())
                .put("digest", descriptor.digest().toString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
