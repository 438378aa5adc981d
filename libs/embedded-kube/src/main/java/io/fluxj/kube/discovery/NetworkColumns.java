package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Columns of endpoints, nodes and classes of ingresses. */
final class NetworkColumns {
    private static final int SHOWN = 3;
    private static final String NONE = "<none>";
    private static final String UNKNOWN = "<unknown>";

    private NetworkColumns() {}

    static List<Column> endpoints() {
        return List.of(Column.text("Endpoints", 0, NetworkColumns::addresses), Columns.age());
    }

    private static String addresses(ObjectNode endpoints) {
        List<String> out = new ArrayList<>();
        for (JsonNode subset : endpoints.path("subsets")) {
            for (JsonNode address : subset.path("addresses")) {
                String ip = address.path("ip").asText();
                if (subset.path("ports").isEmpty()) {
                    out.add(ip);
                }
                subset.path("ports")
                        .forEach(port -> out.add(hostPort(ip, port.path("port").asText())));
            }
        }
        return shortened(out, NONE);
    }

    private static String hostPort(String ip, String port) {
        return (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + port;
    }

    private static String shortened(List<String> all, String none) {
        if (all.isEmpty()) {
            return none;
        }
        return all.size() > SHOWN
                ? String.join(",", all.subList(0, SHOWN)) + " + " + (all.size() - SHOWN) + " more..."
                : String.join(",", all);
    }

    static List<Column> endpointSlice() {
        return List.of(
                Column.text("AddressType", 0, o -> o.path("addressType").asText()),
                Column.text("Ports", 0, o -> texts(o.path("ports"), "port", "<unset>")),
                Column.text("Endpoints", 0, o -> {
                    List<String> out = new ArrayList<>();
                    o.path("endpoints").forEach(e -> e.path("addresses").forEach(a -> out.add(a.asText())));
                    return shortened(out, "<unset>");
                }),
                Columns.age());
    }

    private static String texts(JsonNode list, String field, String none) {
        List<String> out = new ArrayList<>();
        list.forEach(item -> out.add(item.path(field).asText("*")));
        return shortened(out, none);
    }

    static List<Column> ingressClass() {
        return List.of(
                BuiltInColumns.text("Controller", "spec", "controller"),
                Column.text("Parameters", 0, o -> {
                    JsonNode parameters = o.path("spec").path("parameters");
                    String group = parameters.path("apiGroup").asText("");
                    return parameters.isObject()
                            ? parameters.path("kind").asText() + (group.isEmpty() ? "" : "." + group) + "/"
                                    + parameters.path("name").asText()
                            : NONE;
                }),
                Columns.age());
    }

    static List<Column> node() {
        return List.of(
                Column.text("Status", 0, NetworkColumns::nodeStatus),
                Column.text("Roles", 0, NetworkColumns::roles),
                Columns.age(),
                Column.text("Version", 0, o -> info(o, "kubeletVersion", "")),
                Column.text("Internal-IP", 1, o -> address(o, "InternalIP")),
                Column.text("External-IP", 1, o -> address(o, "ExternalIP")),
                Column.text("OS-Image", 1, o -> info(o, "osImage", UNKNOWN)),
                Column.text("Kernel-Version", 1, o -> info(o, "kernelVersion", UNKNOWN)),
                Column.text("Container-Runtime", 1, o -> info(o, "containerRuntimeVersion", UNKNOWN)));
    }

    private static String nodeStatus(ObjectNode node) {
        String out = "Unknown";
        for (JsonNode condition : node.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                out = condition.path("status").asText().equals("True") ? "Ready" : "NotReady";
            }
        }
        return node.path("spec").path("unschedulable").asBoolean() ? out + ",SchedulingDisabled" : out;
    }

    private static String roles(ObjectNode node) {
        String prefix = "node-role.kubernetes.io/";
        List<String> out = new ArrayList<>();
        node.path("metadata").path("labels").fieldNames().forEachRemaining(label -> {
            if (label.startsWith(prefix) && label.length() > prefix.length()) {
                out.add(label.substring(prefix.length()));
            }
        });
        out.sort(String::compareTo);
        return out.isEmpty() ? NONE : String.join(",", out);
    }

    private static String info(ObjectNode node, String field, String none) {
        String value = node.path("status").path("nodeInfo").path(field).asText("");
        return value.isEmpty() ? none : value;
    }

    private static String address(ObjectNode node, String type) {
        for (JsonNode address : node.path("status").path("addresses")) {
            if (address.path("type").asText().equals(type)) {
                return address.path("address").asText();
            }
        }
        return NONE;
    }
}
