package io.fluxj.kube.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.util.Map;

/** JSON Merge Patch (RFC 7386). */
public final class MergePatch {
    private MergePatch() {}

    /** The document after the patch; neither argument is changed. */
    public static JsonNode apply(JsonNode document, JsonNode patch) {
        if (!patch.isObject()) {
            return patch.deepCopy();
        }
        ObjectNode out = document instanceof ObjectNode object ? object.deepCopy() : Nodes.object();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            String name = member.getKey();
            if (member.getValue().isNull()) {
                out.remove(name);
            } else {
                out.set(name, apply(out.path(name), member.getValue()));
            }
        }
        return out;
    }
}
