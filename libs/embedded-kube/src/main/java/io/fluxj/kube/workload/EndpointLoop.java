package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which Pods are behind a Service: in one EndpointSlice, and in Endpoints for those who still read them. */
final class EndpointLoop {
    private static final String SERVICE = "kubernetes.io/service-name";
    private static final String MANAGED = "endpointslice.kubernetes.io/managed-by";
    private static final String HEADLESS = "service.kubernetes.io/headless";

    private final Cluster cluster;

    EndpointLoop(Cluster cluster) {
        this.cluster = cluster;
    }

    void bring(ObjectNode service) {
        if (service.path("spec").path("selector").isEmpty()) {
            return;
        }
        List<ObjectNode> pods = cluster.inNamespace("Pod", new Meta(service).namespace()).stream()
                .filter(pod -> selects(service, pod) && reachable(pod))
                .toList();
        slice(service, pods);
        endpoints(service, pods);
        if (cluster.find("Service", new Meta(service).key()).isEmpty()) {
            // It went away meanwhile, and so did what it left behind, before this made it again.
            removed(service);
        }
    }

    /** What a Service leaves behind that it does not own. */
    void removed(ObjectNode service) {
        cluster.find("Endpoints", new Meta(service).key())
                .filter(e -> new Meta(e).labels().containsKey("endpoints.kubernetes.io/managed-by"))
                .ifPresent(cluster::delete);
    }

    private static boolean selects(ObjectNode service, ObjectNode pod) {
        Map<String, String> labels = new Meta(pod).labels();
        return service.path("spec").path("selector").properties().stream()
                .allMatch(e -> e.getValue().asText().equals(labels.get(e.getKey())));
    }

    private static boolean reachable(ObjectNode pod) {
        return !pod.path("status").path("podIP").asText("").isEmpty() && Pods.active(pod);
    }

    private void slice(ObjectNode service, List<ObjectNode> pods) {
        ArrayNode endpoints = Nodes.array();
        pods.forEach(pod -> endpoints.add(endpoint(service, pod)));
        ArrayNode ports = Nodes.array();
        for (Port port : ports(service, pods)) {
            ports.add(port.in(Nodes.object().put("name", port.name())));
        }
        Meta meta = new Meta(service);
        Optional<ObjectNode> live = cluster.controlled("EndpointSlice", service).stream()
                .filter(s -> meta.name().equals(new Meta(s).labels().get(SERVICE)))
                .findFirst();
        ObjectNode next = live.map(ObjectNode::deepCopy).orElseGet(() -> newSlice(service));
        put(next, "endpoints", endpoints);
        put(next, "ports", ports);
        labels(service, next).put(SERVICE, meta.name()).put(MANAGED, "endpointslice-controller.k8s.io");
        cluster.put(live, next);
    }

    /** A list that is empty before and after stays in the form in which it is kept. */
    private static void put(ObjectNode object, String field, ArrayNode list) {
        if (!list.isEmpty() || !Nodes.blank(object.get(field))) {
            object.set(field, list);
        }
    }

    private static ObjectNode newSlice(ObjectNode service) {
        Meta meta = new Meta(service);
        ObjectNode out = Nodes.object().put("apiVersion", "discovery.k8s.io/v1").put("kind", "EndpointSlice");
        out.put("addressType", "IPv4");
        ObjectNode metadata =
                out.putObject("metadata").put("generateName", meta.name() + "-").put("namespace", meta.namespace());
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", "v1")
                .put("kind", "Service")
                .put("name", meta.name())
                .put("uid", meta.uid())
                .put("controller", true)
                .put("blockOwnerDeletion", true);
        return out;
    }

    private static ObjectNode endpoint(ObjectNode service, ObjectNode pod) {
        boolean leaving = new Meta(pod).deleting();
        boolean serving = ready(service, pod);
        ObjectNode out = Nodes.object();
        out.putArray("addresses").add(pod.path("status").path("podIP"));
        out.putObject("conditions")
                .put("ready", serving && !leaving)
                .put("serving", serving)
                .put("terminating", leaving);
        out.set("targetRef", reference(pod));
        out.put("nodeName", pod.path("spec").path("nodeName").asText());
        if (named(service, pod)) {
            out.put("hostname", pod.path("spec").path("hostname").asText());
        }
        return out;
    }

    private static boolean named(ObjectNode service, ObjectNode pod) {
        JsonNode spec = pod.path("spec");
        return spec.has("hostname") && spec.path("subdomain").asText("").equals(new Meta(service).name());
    }

    private static boolean ready(ObjectNode service, ObjectNode pod) {
        boolean ready = service.path("spec").path("publishNotReadyAddresses").asBoolean(false);
        for (JsonNode condition : pod.path("status").path("conditions")) {
            ready |= condition.path("type").asText().equals("Ready")
                    && condition.path("status").asText().equals("True");
        }
        return ready;
    }

    private static ObjectNode reference(ObjectNode pod) {
        Meta meta = new Meta(pod);
        return Nodes.object()
                .put("kind", "Pod")
                .put("namespace", meta.namespace())
                .put("name", meta.name())
                .put("uid", meta.uid());
    }

    private void endpoints(ObjectNode service, List<ObjectNode> pods) {
        Meta meta = new Meta(service);
        ArrayNode ready = Nodes.array();
        ArrayNode others = Nodes.array();
        for (ObjectNode pod : pods) {
            if (!new Meta(pod).deleting()) {
                ObjectNode address = Nodes.object();
                address.set("ip", pod.path("status").path("podIP"));
                address.put("nodeName", pod.path("spec").path("nodeName").asText());
                address.set("targetRef", reference(pod));
                if (named(service, pod)) {
                    address.put("hostname", pod.path("spec").path("hostname").asText());
                }
                (ready(service, pod) ? ready : others).add(address);
            }
        }
        Optional<ObjectNode> live = cluster.find("Endpoints", new Key(meta.namespace(), meta.name()));
        ObjectNode next = live.map(ObjectNode::deepCopy).orElseGet(() -> {
            ObjectNode out = Nodes.object().put("apiVersion", "v1").put("kind", "Endpoints");
            out.putObject("metadata").put("name", meta.name()).put("namespace", meta.namespace());
            return out;
        });
        labels(service, next).put("endpoints.kubernetes.io/managed-by", "endpoint-controller");
        next.remove("subsets");
        if (!ready.isEmpty() || !others.isEmpty()) {
            ObjectNode subset = next.putArray("subsets").addObject();
            part(subset, "addresses", ready);
            part(subset, "notReadyAddresses", others);
            ArrayNode ports = subset.putArray("ports");
            for (Port port : ports(service, pods)) {
                ObjectNode entry = ports.addObject();
                port.in(port.name().isEmpty() ? entry : entry.put("name", port.name()));
            }
        }
        cluster.put(live, next);
    }

    private static void part(ObjectNode subset, String field, ArrayNode addresses) {
        if (!addresses.isEmpty()) {
            subset.set(field, addresses);
        }
    }

    /** Those of the Service and what tells a headless one. */
    private static ObjectNode labels(ObjectNode service, ObjectNode object) {
        ObjectNode out = Nodes.child(object, "metadata").putObject("labels");
        new Meta(service).labels().forEach(out::put);
        if (service.path("spec").path("clusterIP").asText().equals("None")) {
            out.put(HEADLESS, "");
        }
        return out;
    }

    /** A port of a Service as its Pods have it. */
    private record Port(String name, int number, String protocol) {
        ObjectNode in(ObjectNode object) {
            return object.put("port", number).put("protocol", protocol);
        }
    }

    private static List<Port> ports(ObjectNode service, List<ObjectNode> pods) {
        List<Port> out = new ArrayList<>();
        for (JsonNode port : service.path("spec").path("ports")) {
            JsonNode target = port.path("targetPort");
            int number = target.isTextual()
                    ? pods.stream()
                            .mapToInt(pod -> named(pod, target.asText()))
                            .filter(n -> n > 0)
                            .findFirst()
                            .orElse(0)
                    : target.asInt();
            if (number > 0 && !pods.isEmpty()) {
                out.add(new Port(
                        port.path("name").asText(""),
                        number,
                        port.path("protocol").asText("TCP")));
            }
        }
        return out;
    }

    private static int named(ObjectNode pod, String name) {
        for (JsonNode container : pod.path("spec").path("containers")) {
            for (JsonNode port : container.path("ports")) {
                if (port.path("name").asText().equals(name)) {
                    return port.path("containerPort").asInt();
                }
            }
        }
        return 0;
    }
}
