package io.fluxj.notification.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Events as Flux passes them on: fields in the order of its structs, times in whole seconds. */
public final class EventJson {
    private EventJson() {}

    /** The bytes that signatures and transaction ids are made of. */
    public static byte[] bytes(Event event) {
        return GoJson.bytes(tree(event));
    }

    /** The event as a value. */
    public static ObjectNode tree(Event event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("involvedObject", involved(event.involved()));
        json.put("severity", event.severity());
        json.put("timestamp", event.time().map(EventJson::seconds).orElse(null));
        json.put("message", event.message());
        json.put("reason", event.reason());
        if (!event.metadata().isEmpty()) {
            json.set("metadata", object(event.metadata()));
        }
        json.put("reportingController", event.reporter().controller());
        putPresent(json, "reportingInstance", event.reporter().instance());
        return json;
    }

    /** A time as Go's metav1.Time writes it. */
    public static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** An object with these fields. */
    public static ObjectNode object(Map<String, String> fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fields.forEach(json::put);
        return json;
    }

    private static ObjectNode involved(Involved involved) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        putPresent(json, "kind", involved.kind());
        putPresent(json, "namespace", involved.namespace());
        putPresent(json, "name", involved.name());
        putPresent(json, "uid", involved.uid());
        putPresent(json, "apiVersion", involved.apiVersion());
        putPresent(json, "resourceVersion", involved.resourceVersion());
        putPresent(json, "fieldPath", involved.fieldPath());
        return json;
    }

    private static void putPresent(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
    }
}
