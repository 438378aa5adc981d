package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of Pods and of the templates that make them. */
final class PodRules {
    private static final List<String> DNS = List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");

    private PodRules() {}

    static void template(JsonNode template, String path, Set<String> policies, List<Cause> out) {
        if (template instanceof ObjectNode object) {
            MetadataRules.checkLabels(new Meta(object).labels(), path + ".labels", out);
        }
        check(template.path("spec"), path + ".spec", policies, out);
    }

    static void check(JsonNode spec, String path, Set<String> policies, List<Cause> out) {
        Set<String> volumes = volumes(spec, path, out);
        Set<String> names = new HashSet<>();
        if (spec.path("containers").isEmpty()) {
            out.add(Rule.required(path + ".containers"));
        }
        containers(spec, path, "containers", volumes, names, out);
        containers(spec, path, "initContainers", volumes, names, out);
        String policy = spec.path("restartPolicy").asText("Always");
        if (!policies.contains(policy)) {
            out.add(Rule.notOneOf(
                    path + ".restartPolicy",
                    policy,
                    List.of("Always", "OnFailure", "Never").stream()
                            .filter(policies::contains)
                            .toList()));
        }
        wide(spec, path, out);
    }

    /** What concerns the Pod as a whole. */
    private static void wide(JsonNode spec, String path, List<Cause> out) {
        String dns = spec.path("dnsPolicy").asText("ClusterFirst");
        if (!DNS.contains(dns)) {
            out.add(Rule.notOneOf(path + ".dnsPolicy", dns, DNS));
        }
        JsonNode deadline = spec.path("activeDeadlineSeconds");
        if (deadline.isNumber() && (deadline.asLong() < 1 || deadline.asLong() > Integer.MAX_VALUE)) {
            out.add(Rule.invalid(
                    path + ".activeDeadlineSeconds", deadline, "must be between 1 and 2147483647, inclusive"));
        }
        spec.path("nodeSelector").fieldNames().forEachRemaining(key -> Names.qualified(key)
                .ifPresent(m -> out.add(Rule.invalid(path + ".nodeSelector", key, m))));
        for (String field : List.of("runAsUser", "runAsGroup", "fsGroup")) {
            JsonNode id = spec.path("securityContext").path(field);
            if (id.isNumber() && (id.asLong() < 0 || id.asLong() > Integer.MAX_VALUE)) {
                out.add(Rule.invalid(
                        path + ".securityContext." + field, id, "must be between 0 and 2147483647, inclusive"));
            }
        }
        int index = 0;
        for (ObjectNode toleration : Fill.each(spec, "tolerations")) {
            String value = toleration.path("value").asText("");
            if (toleration.path("operator").asText().equals("Exists") && !value.isEmpty()) {
                out.add(Rule.invalid(
                        path + ".tolerations[" + index + "].operator",
                        value,
                        "value must be empty when `operator` is 'Exists'"));
            }
            index++;
        }
    }

    private static Set<String> volumes(JsonNode spec, String path, List<Cause> out) {
        Set<String> names = new HashSet<>();
        int index = 0;
        for (ObjectNode volume : Fill.each(spec, "volumes")) {
            String at = path + ".volumes[" + index++ + "]";
            String name = volume.path("name").asText("");
            if (name.isEmpty()) {
                out.add(Rule.required(at + ".name"));
            } else if (Names.label(name).isPresent()) {
                Names.label(name).ifPresent(m -> out.add(Rule.invalid(at + ".name", name, m)));
            } else if (!names.add(name)) {
                out.add(Rule.duplicate(at + ".name", Nodes.FACTORY.textNode(name)));
            }
            if (volume.size() > 2) {
                String second = volume.properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .filter(k -> !k.equals("name"))
                        .skip(1)
                        .findFirst()
                        .orElse("");
                out.add(Rule.forbidden(at + "." + second, "may not specify more than 1 volume type"));
            }
        }
        return names;
    }

    private static void containers(
            JsonNode spec, String path, String list, Set<String> volumes, Set<String> names, List<Cause> out) {
        int index = 0;
        for (ObjectNode container : Fill.each(spec, list)) {
            container(container, path + "." + list + "[" + index++ + "]", volumes, names, out);
        }
    }

    private static void container(
            ObjectNode container, String at, Set<String> volumes, Set<String> names, List<Cause> out) {
        String name = container.path("name").asText("");
        if (name.isEmpty()) {
            out.add(Rule.required(at + ".name"));
        } else {
            Optional<String> wrong = Names.label(name);
            wrong.ifPresent(m -> out.add(Rule.invalid(at + ".name", name, m)));
            if (wrong.isEmpty() && !names.add(name)) {
                out.add(Rule.duplicate(at + ".name", Nodes.FACTORY.textNode(name)));
            }
        }
        if (container.path("image").asText("").isEmpty()) {
            out.add(Rule.required(at + ".image"));
        }
        String pull = container.path("imagePullPolicy").asText();
        if (!Set.of("Always", "IfNotPresent", "Never").contains(pull)) {
            out.add(Rule.unsupported(at + ".imagePullPolicy", pull, List.of("Always", "IfNotPresent", "Never")));
        }
        ports(container, at, out);
        ContainerRules.check(container, at, out);
        int index = 0;
        Set<String> paths = new HashSet<>();
        for (ObjectNode mount : Fill.each(container, "volumeMounts")) {
            String volume = mount.path("name").asText("");
            if (volume.isEmpty()) {
                out.add(Rule.required(at + ".volumeMounts[" + index + "].name"));
            } else if (!volumes.contains(volume)) {
                out.add(new Cause(
                        "FieldValueNotFound",
                        "Not found: \"" + volume + "\"",
                        at + ".volumeMounts[" + index + "].name"));
            }
            if (mount.path("mountPath").asText("").isEmpty()) {
                out.add(Rule.required(at + ".volumeMounts[" + index + "].mountPath"));
            } else if (!paths.add(mount.path("mountPath").asText())) {
                out.add(Rule.invalid(
                        at + ".volumeMounts[" + index + "].mountPath", mount.path("mountPath"), "must be unique"));
            }
            index++;
        }
    }

    private static void ports(ObjectNode container, String at, List<Cause> out) {
        int index = 0;
        Set<String> names = new HashSet<>();
        for (ObjectNode port : Fill.each(container, "ports")) {
            String path = at + ".ports[" + index++ + "]";
            String name = port.path("name").asText("");
            if (!name.isEmpty() && !names.add(name)) {
                out.add(Rule.duplicate(path + ".name", port.path("name")));
            }
            long number = port.path("containerPort").asLong(0);
            if (number == 0) {
                out.add(Rule.required(path + ".containerPort"));
            } else if (number < 0 || number > 65535) {
                out.add(Rule.invalid(
                        path + ".containerPort", port.path("containerPort"), "must be between 1 and 65535, inclusive"));
            }
            String protocol = port.path("protocol").asText();
            if (!Set.of("TCP", "UDP", "SCTP").contains(protocol)) {
                out.add(Rule.unsupported(path + ".protocol", protocol, List.of("SCTP", "TCP", "UDP")));
            }
        }
    }

    static void change(JsonNode live, JsonNode next, List<Cause> out) {
        if (!frozen(live).equals(frozen(next))) {
            out.add(Rule.forbidden(
                    "spec",
                    "pod updates may not change fields other than"
                            + " `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations`"
                            + " (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to"
                            + " be set to 1 if it was previously negative)"));
        }
    }

    private static ObjectNode frozen(JsonNode spec) {
        ObjectNode out = spec instanceof ObjectNode object ? object.deepCopy() : Nodes.object();
        out.remove(List.of("activeDeadlineSeconds", "tolerations", "schedulingGates", "nodeName"));
        for (String list : List.of("containers", "initContainers")) {
            Fill.each(out, list).forEach(c -> c.remove("image"));
        }
        return out;
    }
}
