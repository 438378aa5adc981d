package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether an applied object has only fields and types that its schema knows. */
final class TypeCheck {
    private static final String QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";

    private final List<String> errors = new ArrayList<>();

    private TypeCheck() {}

    /** The problems, each with its path, worded as the real server does. */
    static List<String> of(Schema schema, JsonNode value) {
        TypeCheck check = new TypeCheck();
        check.visit(schema, value, "");
        return check.errors;
    }

    private void visit(Schema schema, JsonNode value, String path) {
        if (value.isNull()) {
            return;
        }
        if (schema.definition().equals(QUANTITY)) {
            // An amount is text or a number; the decoder tells other values.
            if (value.isContainerNode()) {
                errors.add(path + ": expected any scalar, got &{" + goText(value) + "}");
            }
            return;
        }
        switch (schema.type()) {
            case "object" -> object(schema, value, path);
            case "array" -> list(schema, value, path);
            case "string" -> scalar(value.isTextual(), "string", value, path);
            case "boolean" -> scalar(value.isBoolean(), "boolean", value, path);
            case "integer", "number" -> scalar(value.isNumber(), "numeric (int or float)", value, path);
            default -> {
                if (value.isObject()) {
                    object(schema, value, path);
                }
            }
        }
    }

    private void scalar(boolean right, String wanted, JsonNode value, String path) {
        if (!right) {
            errors.add(path + ": expected " + wanted + ", got " + shown(value));
        }
    }

    private static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "map";
            case ARRAY -> "list";
            case STRING -> "string";
            default -> "&value.valueUnstructured{Value:" + value.asText() + "}";
        };
    }

    /** A value as Go prints it. */
    private static String goText(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(member -> parts.add(member.getKey() + ":" + goText(member.getValue())));
            return "map[" + String.join(" ", parts) + "]";
        }
        if (value.isArray()) {
            value.forEach(item -> parts.add(goText(item)));
            return "[" + String.join(" ", parts) + "]";
        }
        return value.isNull() ? "<nil>" : value.asText();
    }

    private void object(Schema schema, JsonNode value, String path) {
        if (!value.isObject()) {
            errors.add(path + ": expected map, got " + shown(value));
            return;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Optional<Schema> type = schema.member(member.getKey());
            String below = path + "." + member.getKey();
            if (type.isEmpty()) {
                errors.add(below + ": field not declared in schema");
            } else if (type.get() != Schema.ANY) {
                visit(type.get(), member.getValue(), below);
            }
        }
    }

    private void list(Schema schema, JsonNode value, String path) {
        if (!value.isArray()) {
            errors.add(path + ": expected list, got " + shown(value));
            return;
        }
        boolean named = schema.listType() != Schema.ListType.ATOMIC;
        Set<PathElement> seen = new HashSet<>();
        int index = 0;
        for (ListElements.Element element : ListElements.of(schema, value)) {
            if (named && !seen.add(element.name())) {
                errors.add(
                        path + ": duplicate entries for key " + element.name().shown());
            }
            String below = named ? element.name().shown() : "[" + index + "]";
            visit(schema.items(), element.value(), path + below);
            index++;
        }
    }
}
