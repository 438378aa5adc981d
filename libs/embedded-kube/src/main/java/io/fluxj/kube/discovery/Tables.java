package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import java.util.List;

/** Objects as rows, the way {@code kubectl get} shows them. */
public final class Tables {
    private Tables() {}

    /**
     * A table without list metadata.
     *
     * @param include what rows carry besides their cells: Object, Metadata or None
     */
    public static ObjectNode table(ResourceType type, List<ObjectNode> objects, String include) {
        return table(Columns.of(type), objects, include);
    }

    /** The table of one object's scale. */
    public static ObjectNode scale(ResourceType type, ObjectNode scale, String include) {
        return table(Columns.ofScale(type), List.of(scale), include);
    }

    private static ObjectNode table(List<Column> columns, List<ObjectNode> objects, String include) {
        ObjectNode out = Nodes.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        out.putObject("metadata");
        ArrayNode definitions = out.putArray("columnDefinitions");
        columns.forEach(column -> definitions.add(column.definition()));
        ArrayNode rows = out.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = rows.addObject();
            ArrayNode cells = row.putArray("cells");
            columns.forEach(column -> cells.add(column.cell(object)));
            JsonNode carried = carried(object, include);
            row.set("object", carried);
        }
        return out;
    }

    private static JsonNode carried(ObjectNode object, String include) {
        return switch (include) {
            case "Object" -> object;
            case "None" -> Nodes.FACTORY.nullNode();
            default -> {
                ObjectNode partial =
                        Nodes.object().put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
                partial.set("metadata", object.path("metadata"));
                yield partial;
            }
        };
    }
}
