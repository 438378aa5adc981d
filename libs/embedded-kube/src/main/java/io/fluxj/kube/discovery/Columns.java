package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;

/** Which columns a kind has. */
final class Columns {
    private Columns() {}

    static List<Column> of(ResourceType type) {
        List<Column> out = new ArrayList<>();
        if (type.kind().equals("Event") && !type.isCustom()) {
            return ServiceColumns.event();
        }
        out.add(new Column("Name", "string", "name", 0, o -> o.path("metadata").path("name")));
        JsonNode custom = type.custom();
        if (custom == null) {
            out.addAll(BuiltInColumns.of(type));
            return out;
        }
        JsonNode printed = custom.path("additionalPrinterColumns");
        if (printed.isEmpty()) {
            out.add(age());
        }
        for (JsonNode column : printed) {
            out.add(printed(column));
        }
        return out;
    }

    /** Of the subresource scale, which custom resources describe a little differently. */
    static List<Column> ofScale(ResourceType type) {
        return List.of(
                new Column("Name", "string", type.isCustom() ? "name" : "", 0, o -> o.path("metadata")
                        .path("name")),
                Column.number("Desired", 0, o -> count(o.path("spec"))),
                Column.number("Available", 0, o -> count(o.path("status"))),
                type.isCustom() ? new Column("Age", "date", "", 0, age()::cell) : age());
    }

    private static JsonNode count(JsonNode part) {
        return Nodes.FACTORY.numberNode(part.path("replicas").asInt(0));
    }

    static Column age() {
        return Column.text(
                "Age",
                0,
                o -> Ages.since(o.path("metadata").path("creationTimestamp").asText()));
    }

    static Column createdAt() {
        return new Column("Created At", "date", "", 0, o -> o.path("metadata").path("creationTimestamp"));
    }

    private static Column printed(JsonNode column) {
        String type = column.path("type").asText();
        JsonPath path = JsonPath.parse(column.path("jsonPath").asText());
        return new Column(
                column.path("name").asText(),
                type,
                column.path("format").asText(""),
                column.path("priority").asInt(0),
                object -> cell(type, path, object));
    }

    private static JsonNode cell(String type, JsonPath path, ObjectNode object) {
        List<JsonNode> found = path.read(object);
        if (found.isEmpty()) {
            return Nodes.FACTORY.nullNode();
        }
        JsonNode value = found.getFirst();
        return switch (type) {
            case "date" -> Nodes.FACTORY.textNode(Ages.since(value.asText()));
            case "integer" -> Nodes.FACTORY.numberNode(value.asLong());
            case "number" -> value.isNumber() ? value : Nodes.FACTORY.nullNode();
            case "boolean" -> value.isBoolean() ? value : Nodes.FACTORY.nullNode();
            default -> Nodes.FACTORY.textNode(value.isContainerNode() ? Nodes.text(value) : value.asText());
        };
    }
}
