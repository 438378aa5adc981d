package io.fluxj.apply.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a manifest into the form in which it is applied. Kinds that Kubernetes brings lose the fields they do not know,
 * get {@code protocol: TCP} on ports that name none, and a Secret's {@code stringData} goes into its {@code data}; such an
 * object with a field of a wrong type is left to the server to refuse. Of every object the creation time goes, and the
 * status but for CRDs.
 */
public final class Normaliser {
    private final KnownFields knownFields = new KnownFields(BuiltInKinds.shared());

    /** The manifest as it is applied; the argument is not changed. */
    public ObjectNode normalise(ObjectNode manifest) {
        ObjectNode result = manifest.deepCopy();
        ObjectRef ref = ObjectRef.of(result);
        knownType(result, ref).ifPresent(type -> {
            knownFields.prune(result, type);
            if (ref.groupKind().equals("Secret")) {
                encodeStringData(result);
            }
        });
        if (result.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("creationTimestamp");
        }
        if (!ref.kind().equals("CustomResourceDefinition")) {
            result.remove("status");
        }
        return result;
    }

    private Optional<Shape.Struct> knownType(ObjectNode manifest, ObjectRef ref) {
        return BuiltInKinds.shared()
                .type(ref.apiVersion(), ref.kind())
                .filter(type -> knownFields.fits(manifest, type));
    }

    private static void encodeStringData(ObjectNode secret) {
        JsonNode plain = secret.remove("stringData");
        if (plain == null || plain.isEmpty()) {
            return;
        }
        ObjectNode data = secret.get("data") instanceof ObjectNode there ? there : secret.putObject("data");
        for (Map.Entry<String, JsonNode> entry : plain.properties()) {
            byte[] value = entry.getValue().asText("").getBytes(UTF_8);
            data.put(entry.getKey(), Base64.getEncoder().encodeToString(value));
        }
    }
}
