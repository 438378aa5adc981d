package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Columns of Services, Ingresses and Events. An event's name is its last column, and shown when asked for only. */
final class ServiceColumns {
    private static final String NONE = "<none>";

    private ServiceColumns() {}

    static List<Column> service() {
        return List.of(
                BuiltInColumns.text("Type", "spec", "type"),
                Column.text(
                        "Cluster-IP", 0, o -> o.path("spec").path("clusterIP").asText(NONE)),
                Column.text("External-IP", 0, ServiceColumns::external),
                Column.text("Port(s)", 0, ServiceColumns::ports),
                Columns.age(),
                Column.text(
                        "Selector",
                        1,
                        o -> WorkloadColumns.labels(o.path("spec").path("selector"))));
    }

    private static String external(ObjectNode service) {
        JsonNode spec = service.path("spec");
        if (spec.path("type").asText().equals("ExternalName")) {
            return spec.path("externalName").asText();
        }
        List<String> addresses = new ArrayList<>();
        service.path("status")
                .path("loadBalancer")
                .path("ingress")
                .forEach(i ->
                        addresses.add(i.path("ip").asText(i.path("hostname").asText())));
        if (addresses.isEmpty() && spec.path("type").asText().equals("LoadBalancer")) {
            return "<pending>";
        }
        return addresses.isEmpty() ? NONE : String.join(",", addresses);
    }

    private static String ports(ObjectNode service) {
        List<String> out = new ArrayList<>();
        for (JsonNode port : service.path("spec").path("ports")) {
            String node = port.has("nodePort") ? ":" + port.path("nodePort").asText() : "";
            out.add(port.path("port").asText() + node + "/"
                    + port.path("protocol").asText());
        }
        return out.isEmpty() ? NONE : String.join(",", out);
    }

    static List<Column> ingress() {
        return List.of(
                Column.text(
                        "Class", 0, o -> o.path("spec").path("ingressClassName").asText(NONE)),
                Column.text("Hosts", 0, ServiceColumns::hosts),
                Column.text("Address", 0, o -> ""),
                Column.text("Ports", 0, o -> o.path("spec").has("tls") ? "80, 443" : "80"),
                Columns.age());
    }

    private static String hosts(ObjectNode ingress) {
        List<String> out = new ArrayList<>();
        ingress.path("spec").path("rules").forEach(r -> out.add(r.path("host").asText("*")));
        return out.isEmpty() ? "*" : String.join(",", out);
    }

    static List<Column> event() {
        return List.of(
                Column.text("Last Seen", 0, ServiceColumns::lastSeen),
                Column.text("Type", 0, o -> o.path("type").asText()),
                Column.text("Reason", 0, o -> o.path("reason").asText()),
                Column.text("Object", 0, ServiceColumns::about),
                Column.text("Subobject", 1, o -> about(o, "fieldPath")),
                Column.text("Source", 1, ServiceColumns::source),
                Column.text("Message", 0, o -> o.path("message")
                        .asText(o.path("note").asText())
                        .strip()),
                Column.text("First Seen", 1, ServiceColumns::firstSeen),
                Column.text("Count", 1, o -> o.path("count")
                        .asText(o.path("deprecatedCount").asText("1"))),
                Column.text("Name", 1, o -> o.path("metadata").path("name").asText()));
    }

    private static String lastSeen(ObjectNode event) {
        for (String field : List.of("lastTimestamp", "deprecatedLastTimestamp", "eventTime", "firstTimestamp")) {
            if (event.hasNonNull(field)) {
                return Ages.since(event.path(field).asText());
            }
        }
        return "<unknown>";
    }

    private static String firstSeen(ObjectNode event) {
        for (String field : List.of("firstTimestamp", "deprecatedFirstTimestamp", "eventTime")) {
            if (event.hasNonNull(field)) {
                return Ages.since(event.path(field).asText());
            }
        }
        return "<unknown>";
    }

    private static String source(ObjectNode event) {
        JsonNode source = event.has("deprecatedSource") ? event.path("deprecatedSource") : event.path("source");
        String component = source.path("component").asText("");
        if (component.isEmpty()) {
            component = event.path("reportingComponent")
                    .asText(event.path("reportingController").asText(""));
        }
        String host = source.path("host").asText("");
        if (host.isEmpty()) {
            host = event.path("reportingInstance").asText("");
        }
        return host.isEmpty() ? component : component + ", " + host;
    }

    private static String about(ObjectNode event, String field) {
        JsonNode object = event.has("regarding") ? event.path("regarding") : event.path("involvedObject");
        return object.path(field).asText("");
    }

    private static String about(ObjectNode event) {
        JsonNode object = event.has("regarding") ? event.path("regarding") : event.path("involvedObject");
        return object.path("kind").asText().toLowerCase(java.util.Locale.ROOT) + "/"
                + object.path("name").asText();
    }
}
