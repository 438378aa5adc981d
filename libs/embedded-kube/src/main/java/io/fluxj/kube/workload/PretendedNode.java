package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.json.Nodes;
import java.util.Map;
import java.util.Optional;

/** Nodes on which everything seems to run: every Node object is one. */
final class PretendedNode {
    static final String NAME = "node-0";
    static final String ADDRESS = "10.244.255.1";

    private static final String SCHEDULER = "default-scheduler";

    private PretendedNode() {}

    /** Where a Pod runs: where it is bound to, else on the first node that it fits on, if there is one; one of another scheduler waits for that. */
    static Optional<String> place(Cluster cluster, ObjectNode pod) {
        String bound = pod.path("spec").path("nodeName").asText("");
        String scheduler = pod.path("spec").path("schedulerName").asText(SCHEDULER);
        if (bound.isEmpty() && !scheduler.equals(SCHEDULER)) {
            return Optional.empty();
        }
        return cluster.all("Node").stream()
                .filter(node -> bound.isEmpty() ? fits(pod.path("spec"), node) : bound.equals(new Meta(node).name()))
                .map(node -> new Meta(node).name())
                .findFirst();
    }

    /** Whether a Pod of this spec may run on a node. */
    static boolean fits(JsonNode podSpec, ObjectNode node) {
        Map<String, String> labels = new Meta(node).labels();
        boolean selected = podSpec.path("nodeSelector").properties().stream()
                .allMatch(label -> label.getValue().asText().equals(labels.get(label.getKey())));
        return selected && !node.path("spec").path("unschedulable").asBoolean();
    }

    static void register(Cluster cluster) {
        ObjectNode node = Nodes.object().put("apiVersion", "v1").put("kind", "Node");
        node.putObject("metadata")
                .put("name", NAME)
                .putObject("labels")
                .put("kubernetes.io/hostname", NAME)
                .put("kubernetes.io/os", "linux");
        cluster.create(node);
        cluster.find("Node", new Key("", NAME)).ifPresent(created -> cluster.status(created, PretendedNode::ready));
    }

    private static void ready(ObjectNode status) {
        status.putArray("addresses").addObject().put("type", "InternalIP").put("address", ADDRESS);
        for (String field : new String[] {"capacity", "allocatable"}) {
            status.putObject(field).put("cpu", "64").put("memory", "256Gi").put("pods", "10k");
        }
        Conditions.set(
                status, new Conditions.Condition("Ready", true, "KubeletReady", "kubelet is posting ready status"));
    }
}
