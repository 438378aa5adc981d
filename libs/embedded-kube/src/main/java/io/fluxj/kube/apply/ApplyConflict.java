package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The answer to an apply that would take fields from others. */
final class ApplyConflict {
    private ApplyConflict() {}

    static ApiError of(Map<Manager, FieldSet> conflicts) {
        Map<String, List<String>> byManager = new TreeMap<>();
        conflicts.forEach((manager, fields) -> byManager
                .computeIfAbsent(manager.shown(), m -> new ArrayList<>())
                .addAll(fields.shown()));
        ObjectNode details = Nodes.object();
        ArrayNode causes = details.putArray("causes");
        byManager.forEach((manager, paths) -> paths.forEach(path -> causes.addObject()
                .put("reason", "FieldManagerConflict")
                .put("message", "conflict with " + manager)
                .put("field", path)));
        return ApiError.of(409, "Conflict", message(byManager, causes.size()), details);
    }

    private static String message(Map<String, List<String>> byManager, int count) {
        if (count == 1) {
            Map.Entry<String, List<String>> only =
                    byManager.entrySet().iterator().next();
            return "Apply failed with 1 conflict: conflict with " + only.getKey() + ": "
                    + only.getValue().getFirst();
        }
        List<String> parts = new ArrayList<>();
        byManager.forEach((manager, paths) -> {
            StringBuilder part =
                    new StringBuilder("conflicts with ").append(manager).append(':');
            paths.forEach(path -> part.append("\n- ").append(path));
            parts.add(part.toString());
        });
        return "Apply failed with " + count + " conflicts: " + String.join("\n", parts);
    }
}
