package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.json.Nodes;

/** The one node on which everything seems to run. */
final class PretendedNode {
    static final String NAME = "node-0";
    static final String ADDRESS = "10.244.255.1";

    private PretendedNode() {}

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
