package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Defaults of Pods and of the templates that make them. */
final class PodDefaults {
    private static final int FILE_MODE = 0644;
    private static final long TOKEN_SECONDS = 3600;

    private PodDefaults() {}

    /** Fills a template, when there is one. */
    static void template(JsonNode template) {
        if (template instanceof ObjectNode object) {
            spec(Fill.object(object, "spec"));
        }
    }

    /** A Pod itself, other than a template, asks for what it is limited to. */
    static void pod(ObjectNode spec) {
        spec(spec);
        for (String list : List.of("initContainers", "containers")) {
            Fill.each(spec, list).forEach(container -> requests(container.path("resources")));
        }
    }

    static void spec(ObjectNode spec) {
        for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
            Fill.each(spec, list).forEach(PodDefaults::container);
        }
        Fill.each(spec, "volumes").forEach(PodDefaults::volume);
        Fill.text(spec, "dnsPolicy", "ClusterFirst");
        Fill.text(spec, "restartPolicy", "Always");
        Fill.text(spec, "schedulerName", "default-scheduler");
        Fill.object(spec, "securityContext");
        Fill.number(spec, "terminationGracePeriodSeconds", 30);
        String account = spec.path("serviceAccountName")
                .asText(spec.path("serviceAccount").asText(""));
        if (!account.isEmpty()) {
            spec.put("serviceAccountName", account).put("serviceAccount", account);
        }
        if (spec.path("hostNetwork").asBoolean()) {
            hostPorts(spec);
        }
    }

    private static void hostPorts(ObjectNode spec) {
        for (String list : List.of("initContainers", "containers")) {
            for (ObjectNode container : Fill.each(spec, list)) {
                Fill.each(container, "ports")
                        .forEach(port -> Fill.positive(
                                port, "hostPort", port.path("containerPort").asLong()));
            }
        }
    }

    private static void container(ObjectNode container) {
        Fill.text(
                container, "imagePullPolicy", pullPolicy(container.path("image").asText()));
        Fill.object(container, "resources");
        Fill.text(container, "terminationMessagePath", "/dev/termination-log");
        Fill.text(container, "terminationMessagePolicy", "File");
        Fill.each(container, "ports").forEach(port -> Fill.text(port, "protocol", "TCP"));
        for (ObjectNode variable : Fill.each(container, "env")) {
            fieldRef(variable.path("valueFrom").path("fieldRef"));
            divisor(variable.path("valueFrom").path("resourceFieldRef"));
        }
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.get(probe) instanceof ObjectNode object) {
                probe(object);
            }
        }
        for (String hook : List.of("postStart", "preStop")) {
            httpGet(container.path("lifecycle").path(hook).path("httpGet"));
        }
    }

    /** An absent request equals the limit. */
    private static void requests(JsonNode resources) {
        if (resources instanceof ObjectNode object && object.path("limits").size() > 0) {
            ObjectNode requests = Fill.object(object, "requests");
            object.path("limits").properties().forEach(limit -> {
                if (!requests.has(limit.getKey())) {
                    requests.set(limit.getKey(), limit.getValue());
                }
            });
        }
    }

    private static String pullPolicy(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int colon = name.indexOf(':');
        boolean latest = colon < 0 || name.substring(colon + 1).equals("latest");
        return latest && !name.contains("@") ? "Always" : "IfNotPresent";
    }

    private static void probe(ObjectNode probe) {
        Fill.positive(probe, "timeoutSeconds", 1);
        Fill.positive(probe, "periodSeconds", 10);
        Fill.positive(probe, "successThreshold", 1);
        Fill.positive(probe, "failureThreshold", 3);
        httpGet(probe.path("httpGet"));
        if (probe.get("grpc") instanceof ObjectNode grpc && !grpc.has("service")) {
            grpc.put("service", "");
        }
    }

    private static void httpGet(JsonNode action) {
        if (action instanceof ObjectNode object) {
            Fill.text(object, "path", "/");
            Fill.text(object, "scheme", "HTTP");
        }
    }

    private static void fieldRef(JsonNode reference) {
        if (reference instanceof ObjectNode object) {
            Fill.text(object, "apiVersion", "v1");
        }
    }

    private static void divisor(JsonNode reference) {
        if (reference instanceof ObjectNode object) {
            Fill.text(object, "divisor", "0");
        }
    }

    private static void volume(ObjectNode volume) {
        boolean empty = volume.properties().stream().noneMatch(e -> !e.getKey().equals("name"));
        if (empty) {
            volume.putObject("emptyDir");
        }
        for (String source : List.of("secret", "configMap", "downwardAPI", "projected")) {
            if (volume.get(source) instanceof ObjectNode object) {
                Fill.number(object, "defaultMode", FILE_MODE);
            }
        }
        if (volume.get("hostPath") instanceof ObjectNode path && !path.has("type")) {
            path.put("type", "");
        }
        Fill.each(volume.path("downwardAPI"), "items").forEach(item -> fieldRef(item.path("fieldRef")));
        for (ObjectNode source : Fill.each(volume.path("projected"), "sources")) {
            Fill.each(source.path("downwardAPI"), "items").forEach(item -> fieldRef(item.path("fieldRef")));
            if (source.get("serviceAccountToken") instanceof ObjectNode token) {
                Fill.number(token, "expirationSeconds", TOKEN_SECONDS);
            }
        }
        if (volume.path("ephemeral").get("volumeClaimTemplate") instanceof ObjectNode claim) {
            Fill.text(Fill.object(claim, "spec"), "volumeMode", "Filesystem");
        }
        if (volume.get("iscsi") instanceof ObjectNode iscsi) {
            Fill.text(iscsi, "iscsiInterface", "default");
        }
    }
}
