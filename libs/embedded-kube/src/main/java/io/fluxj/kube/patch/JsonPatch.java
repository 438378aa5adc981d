package io.fluxj.kube.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import java.util.ArrayList;
import java.util.List;

/** JSON Patch (RFC 6902) with the refusals of the real server. */
public final class JsonPatch {
    private static final int MAX_OPERATIONS = 10_000;

    private JsonPatch() {}

    /** The document after all operations; the given one stays as it is. */
    public static JsonNode apply(JsonNode document, JsonNode operations) {
        if (!operations.isArray()) {
            throw ApiError.badRequest(
                    "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp");
        }
        if (operations.size() > MAX_OPERATIONS) {
            throw ApiError.of(
                    413,
                    "RequestEntityTooLarge",
                    "Request entity too large: The allowed maximum operations in a JSON patch is 10000, got "
                            + operations.size());
        }
        JsonNode out = document.deepCopy();
        for (JsonNode operation : operations) {
            out = step(out, operation);
        }
        return out;
    }

    private static JsonNode step(JsonNode document, JsonNode operation) {
        String op = operation.path("op").asText("");
        String path = operation.path("path").asText("");
        return switch (op) {
            case "add" -> add(document, path, operation.path("value").deepCopy());
            case "replace" -> replace(document, path, operation.path("value").deepCopy());
            case "remove" -> remove(document, path);
            case "copy" ->
                add(
                        document,
                        path,
                        find(document, operation.path("from").asText()).deepCopy());
            case "move" -> {
                String from = operation.path("from").asText();
                JsonNode moved = find(document, from);
                yield add(remove(document, from), path, moved);
            }
            case "test" -> {
                test(document, path, operation.path("value"));
                yield document;
            }
            default -> throw refused();
        };
    }

    private static void test(JsonNode document, String path, JsonNode wanted) {
        JsonNode found;
        try {
            found = find(document, path);
        } catch (ApiError e) {
            if (wanted.isMissingNode() || wanted.isNull()) {
                return;
            }
            throw e;
        }
        if (!found.equals(wanted)) {
            throw refused();
        }
    }

    private static JsonNode add(JsonNode document, String path, JsonNode value) {
        List<String> steps = steps(path);
        if (steps.isEmpty()) {
            return value;
        }
        JsonNode parent = parent(document, steps);
        String last = steps.getLast();
        if (parent instanceof ArrayNode list) {
            int at = last.equals("-") ? list.size() : index(list, last, "add", list.size());
            list.insert(at, value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw refused();
        }
        return document;
    }

    private static JsonNode replace(JsonNode document, String path, JsonNode value) {
        List<String> steps = steps(path);
        if (steps.isEmpty()) {
            return value;
        }
        JsonNode parent = parent(document, steps);
        String last = steps.getLast();
        if (parent instanceof ArrayNode list) {
            list.set(index(list, last, "replace", list.size() - 1), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw refused();
        }
        return document;
    }

    private static JsonNode remove(JsonNode document, String path) {
        List<String> steps = steps(path);
        if (steps.isEmpty()) {
            throw refused();
        }
        JsonNode parent = parent(document, steps);
        String last = steps.getLast();
        if (parent instanceof ArrayNode list) {
            list.remove(index(list, last, "remove", list.size() - 1));
        } else if (parent instanceof ObjectNode object && object.has(last)) {
            object.remove(last);
        } else {
            throw refused();
        }
        return document;
    }

    private static JsonNode find(JsonNode document, String path) {
        JsonNode at = document;
        for (String step : steps(path)) {
            at = at.isArray() ? at.path(arrayIndex(step)) : at.path(step);
            if (at.isMissingNode()) {
                throw refused();
            }
        }
        return at;
    }

    private static JsonNode parent(JsonNode document, List<String> steps) {
        JsonNode at = document;
        for (String step : steps.subList(0, steps.size() - 1)) {
            at = at.isArray() ? at.path(arrayIndex(step)) : at.path(step);
        }
        if (!at.isContainerNode()) {
            throw refused();
        }
        return at;
    }

    private static int arrayIndex(String step) {
        try {
            return Integer.parseInt(step);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static int index(ArrayNode list, String step, String op, int highest) {
        int index = arrayIndex(step);
        if (index < 0) {
            index = list.size() + index + (op.equals("add") ? 1 : 0);
        }
        if (index < 0 || index > highest) {
            throw refused();
        }
        return index;
    }

    private static List<String> steps(String path) {
        List<String> out = new ArrayList<>();
        if (path.isEmpty()) {
            return out;
        }
        for (String step : path.substring(1).split("/", -1)) {
            out.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return out;
    }

    /** The real server keeps the reason to itself. */
    private static ApiError refused() {
        return ApiError.of(
                422,
                "Invalid",
                "the server rejected our request due to an error in our request",
                io.fluxj.kube.json.Nodes.object());
    }
}
