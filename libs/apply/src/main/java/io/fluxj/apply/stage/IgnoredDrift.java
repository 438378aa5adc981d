package io.fluxj.apply.stage;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What an apply would change in fields that are ignored.
 *
 * @param live the live object
 * @param result what an apply would make of it
 * @param fields the ignored ones
 */
record IgnoredDrift(ObjectNode live, ObjectNode result, List<JsonPointer> fields) {

    /** Whether the whole object is ignored. */
    boolean ofEverything() {
        return fields.contains(JsonPointer.empty());
    }

    /** The result as it would be if these fields stayed as they are. */
    ObjectNode withoutIt() {
        return fields.isEmpty() ? result : asLive(result, fields);
    }

    /**
     * The manifest that leaves these fields as they are: a field that another applier owns is left to it, any other gets the live
     * value, as a field that its last owner gives up would vanish.
     *
     * @param owners who owns what of the live object
     */
    ObjectNode leftAlone(ObjectNode manifest, FieldOwners owners) {
        List<JsonPointer> changed = fields.stream()
                .filter(field -> !live.at(field).equals(result.at(field)))
                .toList();
        List<JsonPointer> others =
                changed.stream().filter(owners::appliedByAnother).toList();
        ObjectNode adopting = asLive(
                manifest,
                changed.stream().filter(field -> !others.contains(field)).toList());
        others.forEach(field -> TreeEdit.remove(adopting, field));
        return adopting;
    }

    private ObjectNode asLive(ObjectNode tree, List<JsonPointer> some) {
        ObjectNode copy = tree.deepCopy();
        for (JsonPointer field : some) {
            JsonNode there = live.at(field);
            if (there.isMissingNode()) {
                TreeEdit.remove(copy, field);
            } else {
                TreeEdit.set(copy, field, there);
            }
        }
        return copy;
    }
}
