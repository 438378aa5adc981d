package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.discovery.Tables;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.json.Nodes;
import java.util.List;

/**
 * How the client wants objects: whole, as metadata only, or as rows of a table.
 *
 * @param form which
 * @param include what rows carry besides their cells: Object, Metadata or None
 */
record Presentation(Form form, String include) {
    /** The forms. */
    enum Form {
        /** As they are. */
        WHOLE,
        /** {@code PartialObjectMetadata}. */
        METADATA,
        /** {@code Table}. */
        TABLE
    }

    static Presentation of(HttpRequest request) {
        String include = request.parameter("includeObject");
        for (String accepted : request.header("accept").orElse("").split(",", -1)) {
            if (accepted.contains("as=Table")) {
                return new Presentation(Form.TABLE, include.isEmpty() ? "Metadata" : include);
            }
            if (accepted.contains("as=PartialObjectMetadata")) {
                return new Presentation(Form.METADATA, include);
            }
            String type = accepted.strip();
            if (type.startsWith("application/json") || type.startsWith("*/*")) {
                break;
            }
        }
        return new Presentation(Form.WHOLE, include);
    }

    boolean whole() {
        return form == Form.WHOLE;
    }

    ObjectNode one(ResourceType type, ObjectNode object) {
        return switch (form) {
            case WHOLE -> object;
            case METADATA -> metadata(object);
            case TABLE -> {
                ObjectNode table = Tables.table(type, List.of(object), include);
                table.putObject("metadata").put("resourceVersion", new Meta(object).resourceVersion());
                yield table;
            }
        };
    }

    ObjectNode list(ResourceType type, List<ObjectNode> objects, ObjectNode listMetadata) {
        ObjectNode out = Nodes.object();
        switch (form) {
            case TABLE -> {
                out = Tables.table(type, objects, include);
                out.set("metadata", listMetadata);
            }
            case METADATA -> {
                out.put("kind", "PartialObjectMetadataList").put("apiVersion", "meta.k8s.io/v1");
                out.set("metadata", listMetadata);
                ArrayNode items = out.putArray("items");
                objects.forEach(object -> items.add(metadata(object)));
            }
            case WHOLE -> {
                out.put("kind", type.listKind()).put("apiVersion", type.apiVersion());
                out.set("metadata", listMetadata);
                ArrayNode items = out.putArray("items");
                objects.forEach(object -> items.add(bare(type, object)));
            }
        }
        return out;
    }

    /** Items of lists of built-in kinds come without their kind, which the list tells. */
    private static ObjectNode bare(ResourceType type, ObjectNode object) {
        if (type.isCustom()) {
            return object;
        }
        ObjectNode out = Nodes.object();
        out.setAll(object);
        out.remove(List.of("apiVersion", "kind"));
        return out;
    }

    static ObjectNode metadata(ObjectNode object) {
        ObjectNode out = Nodes.object();
        out.put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
        out.set("metadata", object.path("metadata"));
        return out;
    }
}
