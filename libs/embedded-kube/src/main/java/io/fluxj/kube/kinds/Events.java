package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Events have two faces, {@code v1} and {@code events.k8s.io/v1}, whose fields differ in name only. */
public final class Events {
    private static final Map<String, String> CORE_TO_GROUP = Map.of(
            "involvedObject", "regarding",
            "message", "note",
            "source", "deprecatedSource",
            "firstTimestamp", "deprecatedFirstTimestamp",
            "lastTimestamp", "deprecatedLastTimestamp",
            "count", "deprecatedCount",
            "reportingComponent", "reportingController");

    private Events() {}

    /** Renames the fields of a core Event, in place. */
    public static ObjectNode toEventsGroup(ObjectNode event) {
        CORE_TO_GROUP.forEach((core, group) -> rename(event, core, group));
        return event;
    }

    /** Renames the fields of an events.k8s.io Event, in place. */
    public static ObjectNode toCore(ObjectNode event) {
        CORE_TO_GROUP.forEach((core, group) -> rename(event, group, core));
        for (String required : new String[] {"reportingComponent", "reportingInstance"}) {
            if (!event.has(required)) {
                event.put(required, "");
            }
        }
        return event;
    }

    private static void rename(ObjectNode event, String from, String to) {
        JsonNode value = event.remove(from);
        if (value != null) {
            event.set(to, value);
        }
    }
}
