package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.schema.Decoder;
import io.fluxj.kube.schema.Schema;
import io.fluxj.kube.schema.ZeroValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads custom objects: fields that the schema does not have are pruned, defaults filled in. */
public final class CustomObjects {
    private CustomObjects() {}

    /**
     * What was read.
     *
     * @param object the object
     * @param unknownFields paths of the fields left out
     */
    public record Read(ObjectNode object, List<String> unknownFields) {}

    /** The object as the type's schema has it; the given one stays as it is. */
    public static Read read(ResourceType type, ObjectNode given) {
        ObjectNode object = given.deepCopy();
        List<String> unknown = new ArrayList<>();
        readMetadata(type, object, unknown);
        StructuralPruning.prune(type.schema(), object, unknown);
        StructuralDefaults.fill(type.schema(), object);
        return new Read(object, unknown);
    }

    /** Fills in the defaults of the type's schema. */
    public static void fillDefaults(ResourceType type, ObjectNode object) {
        StructuralDefaults.fill(type.schema(), object);
    }

    private static void readMetadata(ResourceType type, ObjectNode object, List<String> unknown) {
        Optional<Schema> schema = type.schema().property("metadata");
        if (schema.isEmpty() || !(object.get("metadata") instanceof ObjectNode metadata)) {
            return;
        }
        try {
            Decoder.Decoded decoded = Decoder.decode(schema.get(), metadata);
            decoded.unknownFields().forEach(field -> unknown.add("metadata." + field));
            ZeroValues.normalize(schema.get(), decoded.object());
            object.set("metadata", decoded.object());
        } catch (Decoder.Mismatch e) {
            throw ApiError.badRequest(type.kind() + " in version \"" + type.version() + "\" cannot be handled as a "
                    + type.kind() + ": " + e.getMessage());
        }
    }
}
