package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A field that an apply would change.
 *
 * @param path JSON pointer
 * @param before JSON of what it has, shortened; empty when it is not there. Of a Secret's values stars only
 * @param after JSON of what it would have; empty when it would be gone
 */
public record FieldChange(String path, String before, String after) {
    private static final Set<String> NOT_CONTENT = Set.of("metadata", "status");
    private static final Set<String> SECRET = Set.of("/data", "/stringData");
    private static final int LONGEST = 200;
    private static final int MOST = 200;

    /** What differs of what counts: labels, annotations, and all but metadata and status; the first 200 fields of it. */
    static List<FieldChange> between(ObjectNode live, ObjectNode result) {
        Diff diff = new Diff(live.path("kind").asText().equals("Secret"), new ArrayList<>());
        for (String map : List.of("labels", "annotations")) {
            diff.compare(
                    "/metadata/" + map,
                    live.path("metadata").path(map),
                    result.path("metadata").path(map));
        }
        for (String field : names(live, result)) {
            if (!NOT_CONTENT.contains(field)) {
                diff.compare("/" + escaped(field), live.path(field), result.path(field));
            }
        }
        return List.copyOf(diff.found());
    }

    /** What differs of two trees that are no objects; the first 200 fields of it. */
    public static List<FieldChange> ofAll(ObjectNode before, ObjectNode after) {
        Diff diff = new Diff(false, new ArrayList<>());
        diff.compare("", before, after);
        return List.copyOf(diff.found());
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }

    private record Diff(boolean secret, List<FieldChange> found) {

        void compare(String path, JsonNode before, JsonNode after) {
            if (before.equals(after) || found.size() >= MOST) {
                return;
            }
            if (isMap(before) && isMap(after)) {
                names(before, after)
                        .forEach(field -> compare(path + "/" + escaped(field), before.path(field), after.path(field)));
            } else if (before.isArray() && after.isArray()) {
                for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                    compare(path + "/" + i, before.path(i), after.path(i));
                }
            } else {
                found.add(new FieldChange(path, text(path, before), text(path, after)));
            }
        }

        private static boolean isMap(JsonNode node) {
            return node.isObject();
        }

        private String text(String path, JsonNode value) {
            if (value.isMissingNode()) {
                return "";
            }
            if (secret && SECRET.stream().anyMatch(map -> path.equals(map) || path.startsWith(map + "/"))) {
                return "*****";
            }
            String json = value.toString();
            return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "…";
        }
    }
}
