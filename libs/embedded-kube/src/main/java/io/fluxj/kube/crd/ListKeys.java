package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Elements of sets and keyed lists must differ. */
final class ListKeys {
    private ListKeys() {}

    static void duplicates(Schema schema, JsonNode list, String path, List<Cause> causes) {
        if (schema.listType() == Schema.ListType.ATOMIC) {
            return;
        }
        Set<JsonNode> seen = new HashSet<>();
        int index = 0;
        for (JsonNode item : list) {
            JsonNode name = schema.listType() == Schema.ListType.SET ? item : keys(schema, item);
            if (!seen.add(name)) {
                causes.add(new Cause(
                        "FieldValueDuplicate", "Duplicate value: " + Nodes.text(name), path + "[" + index + "]"));
            }
            index++;
        }
    }

    private static ObjectNode keys(Schema schema, JsonNode item) {
        ObjectNode out = Nodes.object();
        for (String key : schema.listKeys()) {
            if (item.has(key)) {
                out.set(key, item.get(key));
            }
        }
        return out;
    }
}
