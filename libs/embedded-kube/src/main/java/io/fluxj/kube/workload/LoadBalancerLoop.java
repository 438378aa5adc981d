package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.time.Duration;
import java.util.Optional;

/** Gives load balancers an address, out of the range that documentation may use and nothing answers at. */
final class LoadBalancerLoop implements Workloads.Loop {
    private static final String ADDRESS = "192.0.2.1";

    private final Cluster cluster;

    LoadBalancerLoop(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Optional<Duration> bring(ObjectNode service) {
        boolean balanced = service.path("spec").path("type").asText().equals("LoadBalancer");
        boolean has =
                !service.path("status").path("loadBalancer").path("ingress").isEmpty();
        if (balanced != has) {
            cluster.status(service, status -> {
                ObjectNode balancer = Nodes.child(status, "loadBalancer");
                balancer.remove("ingress");
                if (balanced) {
                    balancer.putArray("ingress").addObject().put("ip", ADDRESS).put("ipMode", "VIP");
                }
            });
        }
        return Optional.empty();
    }
}
