package io.fluxj.kube.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Strategic merge patch: a merge patch whose lists merge by the keys of the schema. Directives: {@code $patch: replace |
 * delete | merge}, {@code $retainKeys}, {@code $deleteFromPrimitiveList/x}, {@code $setElementOrder/x}.
 */
public final class StrategicMergePatch {
    private static final String DIRECTIVE = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String DELETE_PREFIX = "$deleteFromPrimitiveList/";
    private static final String ORDER_PREFIX = "$setElementOrder/";

    private StrategicMergePatch() {}

    /** The document after the patch; neither argument is changed. */
    public static JsonNode apply(Schema schema, JsonNode document, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw ApiError.badRequest(
                    "json: cannot unmarshal " + kind(patch) + " into Go value of type map[string]interface {}");
        }
        return object(schema, document instanceof ObjectNode o ? o : Nodes.object(), changes);
    }

    private static String kind(JsonNode patch) {
        return switch (patch.getNodeType()) {
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            default -> "number";
        };
    }

    private static ObjectNode object(Schema schema, ObjectNode document, ObjectNode patch) {
        String directive = patch.path(DIRECTIVE).asText("");
        if (directive.equals("replace")) {
            ObjectNode out = patch.deepCopy();
            out.remove(DIRECTIVE);
            return out;
        }
        if (directive.equals("delete")) {
            return Nodes.object();
        }
        ObjectNode out = document.deepCopy();
        retain(out, patch.get(RETAIN));
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            if (!member.getKey().startsWith("$")) {
                member(schema, out, member.getKey(), member.getValue(), patch);
            }
        }
        applyListDirectives(schema, out, patch);
        return out;
    }

    private static void retain(ObjectNode out, @Nullable JsonNode keys) {
        if (keys != null) {
            Set<String> kept = new HashSet<>();
            keys.forEach(k -> kept.add(k.asText()));
            out.retain(kept);
        }
    }

    private static void member(Schema schema, ObjectNode out, String name, JsonNode change, ObjectNode patch) {
        Schema type = schema.property(name).or(schema::additional).orElse(Schema.ANY);
        JsonNode old = out.get(name);
        if (change.isNull()) {
            out.remove(name);
        } else if (change instanceof ObjectNode object) {
            ObjectNode merged = object(type, old instanceof ObjectNode o ? o : Nodes.object(), object);
            if (object.path(DIRECTIVE).asText("").equals("delete")) {
                out.remove(name);
            } else {
                out.set(name, merged);
            }
        } else if (change instanceof ArrayNode list) {
            boolean merging = type.patchStrategies().contains("merge");
            out.set(name, merging ? list(type, old instanceof ArrayNode o ? o : Nodes.array(), list) : list.deepCopy());
        } else {
            out.set(name, change);
        }
        if (patch.get(ORDER_PREFIX + name) instanceof ArrayNode order && out.get(name) instanceof ArrayNode list) {
            out.set(name, ordered(type, old, list, order));
        } else if (out.get(name) instanceof ArrayNode list
                && change instanceof ArrayNode order
                && type.patchStrategies().contains("merge")) {
            out.set(name, ordered(type, old, list, order));
        }
    }

    private static void applyListDirectives(Schema schema, ObjectNode out, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            String name = member.getKey();
            if (name.startsWith(DELETE_PREFIX)
                    && out.get(name.substring(DELETE_PREFIX.length())) instanceof ArrayNode l) {
                Set<JsonNode> gone = new HashSet<>();
                member.getValue().forEach(gone::add);
                ArrayNode left = Nodes.array();
                l.forEach(item -> {
                    if (!gone.contains(item)) {
                        left.add(item);
                    }
                });
                out.set(name.substring(DELETE_PREFIX.length()), left);
            }
            String ordered = name.startsWith(ORDER_PREFIX) ? name.substring(ORDER_PREFIX.length()) : "";
            if (!ordered.isEmpty()
                    && !patch.has(ordered)
                    && out.get(ordered) instanceof ArrayNode list
                    && member.getValue() instanceof ArrayNode order) {
                Schema type = schema.property(ordered).orElse(Schema.ANY);
                out.set(ordered, ordered(type, list, list, order));
            }
        }
    }

    private static ArrayNode list(Schema type, ArrayNode document, ArrayNode patch) {
        String key = type.patchMergeKey();
        if (key.isEmpty()) {
            return scalars(document, patch);
        }
        List<JsonNode> out = new ArrayList<>();
        boolean replace = false;
        for (JsonNode item : patch) {
            replace |= item.size() == 1 && item.path(DIRECTIVE).asText("").equals("replace");
        }
        if (!replace) {
            document.forEach(out::add);
        }
        for (JsonNode item : patch) {
            if (!(item instanceof ObjectNode change) || (item.size() == 1 && item.has(DIRECTIVE))) {
                continue;
            }
            element(type, key, out, change);
        }
        ArrayNode result = Nodes.array();
        out.forEach(result::add);
        return result;
    }

    private static void element(Schema type, String key, List<JsonNode> out, ObjectNode change) {
        JsonNode name = change.get(key);
        if (name == null) {
            throw ApiError.of(500, "", "map: " + Nodes.text(change) + " does not contain declared merge key: " + key);
        }
        int at = indexOf(out, key, name);
        if (change.path(DIRECTIVE).asText("").equals("delete")) {
            out.removeIf(item -> name.equals(item.get(key)));
        } else if (at >= 0 && out.get(at) instanceof ObjectNode old) {
            ObjectNode merged = object(type.items(), old, change);
            merged.set(key, name);
            out.set(at, merged);
        } else {
            ObjectNode added = object(type.items(), Nodes.object(), change);
            out.add(added);
        }
    }

    private static int indexOf(List<JsonNode> list, String key, JsonNode name) {
        for (int i = 0; i < list.size(); i++) {
            if (name.equals(list.get(i).get(key))) {
                return i;
            }
        }
        return -1;
    }

    private static ArrayNode scalars(ArrayNode document, ArrayNode patch) {
        Set<JsonNode> all = new java.util.LinkedHashSet<>();
        document.forEach(all::add);
        patch.forEach(all::add);
        ArrayNode out = Nodes.array();
        all.forEach(out::add);
        return out;
    }

    /** Those named come in the given order; those that are not come where the old order has them before a named one. */
    private static ArrayNode ordered(Schema type, @Nullable JsonNode old, ArrayNode list, ArrayNode order) {
        String key = type.patchMergeKey();
        List<JsonNode> wanted = names(key, order);
        List<JsonNode> before = old == null ? List.of() : names(key, old);
        List<JsonNode> named = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        list.forEach(item -> (wanted.contains(name(key, item)) ? named : others).add(item));
        named.sort(Comparator.comparingInt(item -> wanted.indexOf(name(key, item))));
        ArrayNode out = Nodes.array();
        int i = 0;
        int j = 0;
        while (i < others.size() || j < named.size()) {
            int left = i < others.size() ? before.indexOf(name(key, others.get(i))) : -1;
            int right = j < named.size() ? before.indexOf(name(key, named.get(j))) : -1;
            boolean takeOther = j >= named.size() || (i < others.size() && left >= 0 && right >= 0 && left < right);
            out.add(takeOther ? others.get(i++) : named.get(j++));
        }
        return out;
    }

    private static List<JsonNode> names(String key, JsonNode list) {
        List<JsonNode> out = new ArrayList<>();
        list.forEach(item -> out.add(name(key, item)));
        return out;
    }

    private static JsonNode name(String key, JsonNode item) {
        return key.isEmpty() ? item : item.path(key);
    }
}
