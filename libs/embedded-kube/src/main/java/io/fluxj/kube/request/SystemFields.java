package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import java.util.List;

/** What the next state of an object keeps of the live one, whatever a client sent. */
final class SystemFields {
    private SystemFields() {}

    /** Keeps the fields that no client writes. */
    static void keep(ObjectNode before, ObjectNode next) {
        ObjectNode from = new Meta(before).node();
        ObjectNode to = new Meta(next).node();
        for (String field : List.of(
                "uid",
                "creationTimestamp",
                "deletionTimestamp",
                "deletionGracePeriodSeconds",
                "generateName",
                "resourceVersion",
                "generation")) {
            if (from.has(field)) {
                to.set(field, from.get(field));
            } else {
                to.remove(field);
            }
        }
        to.remove("selfLink");
    }

    /** Takes the status alone from the next state. */
    static void keepAllButStatus(ResourceType type, ObjectNode before, ObjectNode next) {
        JsonNode status = next.get("status");
        JsonNode managed = next.path("metadata").path("managedFields");
        JsonNode finalizers = next.path("metadata").get("finalizers");
        next.removeAll();
        next.setAll(before.deepCopy());
        if (status == null) {
            next.remove("status");
        } else {
            next.set("status", status);
        }
        if (managed.isArray()) {
            new Meta(next).node().set("managedFields", managed);
        }
        if (!type.isCustom() && finalizers == null) {
            new Meta(next).node().remove("finalizers");
        }
    }

    /** A write that changes nothing but the times at which fields were last owned is no write. */
    static void keepTimesWhenUnchanged(ObjectNode before, ObjectNode next) {
        if (before.path("metadata").path("managedFields") instanceof ArrayNode old
                && next.path("metadata").path("managedFields") instanceof ArrayNode now) {
            ObjectNode bare = next.deepCopy();
            new Meta(bare).node().set("managedFields", old);
            if (bare.equals(before) && withoutTimes(old).equals(withoutTimes(now))) {
                new Meta(next).node().set("managedFields", old);
            }
        }
    }

    private static ArrayNode withoutTimes(ArrayNode entries) {
        ArrayNode out = entries.deepCopy();
        out.forEach(entry -> {
            if (entry instanceof ObjectNode object) {
                object.remove("time");
            }
        });
        return out;
    }
}
