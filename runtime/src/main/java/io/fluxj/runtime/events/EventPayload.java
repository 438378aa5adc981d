package io.fluxj.runtime.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.time.temporal.ChronoUnit;

/** The JSON that is POSTed. Source: conditions-events §10. */
record EventPayload(String reporter, String instance) {
    ObjectNode of(FluxEvent event) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.set("involvedObject", reference(event.involved()));
        payload.put("severity", event.severity().text());
        payload.put("timestamp", event.time().truncatedTo(ChronoUnit.SECONDS).toString());
        payload.put("message", event.message());
        payload.put("reason", event.reason());
        if (!event.metadata().isEmpty()) {
            ObjectNode metadata = payload.putObject("metadata");
            event.metadata().forEach(metadata::put);
        }
        payload.put("reportingController", reporter);
        if (!instance.isEmpty()) {
            payload.put("reportingInstance", instance);
        }
        return payload;
    }

    private static ObjectNode reference(ObjectReference involved) {
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        reference.put("kind", involved.getKind());
        reference.put("namespace", involved.getNamespace());
        reference.put("name", involved.getName());
        reference.put("uid", involved.getUid());
        reference.put("apiVersion", involved.getApiVersion());
        reference.put("resourceVersion", involved.getResourceVersion());
        return reference;
    }
}
