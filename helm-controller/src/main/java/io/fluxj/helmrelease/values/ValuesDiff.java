package io.fluxj.helmrelease.values;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.stage.FieldChange;
import io.fluxj.gotemplate.json.JsonWriter;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.runtime.plan.PlanText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What values change, in words, those that come from Secrets concealed. */
public record ValuesDiff(ReleaseValues wanted) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Compared with those of a release; empty when they are the same. */
    public String from(Map<String, @Nullable Object> former) {
        List<FieldChange> changes = FieldChange.ofAll(tree(former), tree(wanted.tree()));
        return changes.isEmpty() ? "" : "values\n" + wanted.concealed(PlanText.of(changes));
    }

    private static ObjectNode tree(Map<String, @Nullable Object> values) {
        try {
            return (ObjectNode) JSON.readTree(JsonWriter.compact(Meter.NONE, values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values that are no JSON", e);
        }
    }
}
