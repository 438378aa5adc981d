package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.util.List;

/** Addresses and ports of Services: given on creation, kept on update. */
public final class Services {
    private final Allocator allocator;

    /** Allocates from the given ranges. */
    public Services(Allocator allocator) {
        this.allocator = allocator;
    }

    /** Gives a new Service what it did not ask for itself. */
    public void allocate(ObjectNode service, boolean dryRun) {
        ObjectNode spec = Fill.object(service, "spec");
        String type = spec.path("type").asText();
        if (type.equals("ExternalName")) {
            return;
        }
        Fill.text(spec, "ipFamilyPolicy", "SingleStack");
        if (spec.path("ipFamilies").isEmpty()) {
            spec.putArray("ipFamilies").add("IPv4");
        }
        String address = spec.path("clusterIP").asText("");
        if (address.isEmpty()) {
            address = allocator.address();
            if (dryRun) {
                allocator.release(address);
            }
            spec.put("clusterIP", address);
        } else if (!dryRun && !address.equals("None")) {
            allocator.take(address);
        }
        spec.set("clusterIPs", Nodes.array().add(address));
        allocatePorts(spec, type, dryRun);
    }

    private void allocatePorts(ObjectNode spec, String type, boolean dryRun) {
        boolean wanted = type.equals("NodePort")
                || (type.equals("LoadBalancer")
                        && spec.path("allocateLoadBalancerNodePorts").asBoolean(true));
        if (!wanted) {
            return;
        }
        for (ObjectNode port : Fill.each(spec, "ports")) {
            int number = port.path("nodePort").asInt(0);
            if (number == 0) {
                number = allocator.port();
                port.put("nodePort", number);
                if (dryRun) {
                    allocator.release(number);
                }
            } else if (!dryRun) {
                allocator.take(number);
            }
        }
    }

    /** Carries over what the server gave. */
    public void update(ObjectNode live, ObjectNode next, boolean dryRun) {
        JsonNode old = live.path("spec");
        ObjectNode spec = Fill.object(next, "spec");
        if (spec.path("type").asText().equals("ExternalName")) {
            if (!old.path("type").asText().equals("ExternalName")) {
                spec.remove(List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"));
            }
            return;
        }
        for (String field : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
            if (Nodes.blank(spec.get(field)) && old.has(field)) {
                spec.set(field, old.get(field).deepCopy());
            }
        }
        keepPorts(old, spec);
        allocate(next, dryRun);
    }

    private static void keepPorts(JsonNode old, ObjectNode spec) {
        for (ObjectNode port : Fill.each(spec, "ports")) {
            for (ObjectNode before : Fill.each(old, "ports")) {
                boolean same = before.path("port").equals(port.path("port"))
                        && before.path("protocol").equals(port.path("protocol"));
                if (same
                        && before.has("nodePort")
                        && !port.has("nodePort")
                        && !spec.path("type").asText().equals("ClusterIP")) {
                    port.set("nodePort", before.get("nodePort"));
                }
            }
        }
    }

    /** Gives back what a removed Service had. */
    public void release(ObjectNode service) {
        allocator.release(service.path("spec").path("clusterIP").asText());
        Fill.each(service.path("spec"), "ports")
                .forEach(port -> allocator.release(port.path("nodePort").asInt()));
    }
}
