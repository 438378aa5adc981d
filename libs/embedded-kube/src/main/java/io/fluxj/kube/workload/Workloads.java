package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.queue.WorkQueue;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.request.Objects;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a cluster's controllers, scheduler and node agents would do: workloads get Pods, and load balancers addresses. Every Node
 * object is a pretended node: Pods that fit on it are ready at once, claims are bound, and nothing is executed.
 */
public final class Workloads implements AutoCloseable {
    private static final List<String> OF_NODES = List.of("Pod", "DaemonSet", "PersistentVolumeClaim");

    private final Cluster cluster;
    private final EndpointLoop endpoints;
    private final Map<String, Loop> loops;
    private final WorkQueue<Item> queue = new WorkQueue<>("kube-workloads", this::work);

    private record Item(String kind, Key key) {}

    /** What is to be done about one kind. */
    @FunctionalInterface
    interface Loop {
        /** Brings the world closer to what the object asks for; told again when something that it owns changes. */
        Optional<Duration> bring(ObjectNode object);
    }

    /** Works on the given objects. */
    public Workloads(Core core, Objects objects) {
        cluster = new Cluster(core, objects);
        endpoints = new EndpointLoop(cluster);
        LoadBalancerLoop balancers = new LoadBalancerLoop(cluster);
        loops = Map.of(
                "Deployment", new DeploymentLoop(cluster),
                "ReplicaSet", new ReplicaSetLoop(cluster),
                "StatefulSet", new StatefulSetLoop(cluster),
                "DaemonSet", new DaemonSetLoop(cluster),
                "Job", new JobLoop(cluster),
                "Pod", new PodLoop(cluster),
                "PersistentVolumeClaim", new ClaimLoop(cluster),
                "Service",
                        service -> {
                            endpoints.bring(service);
                            return balancers.bring(service);
                        });
    }

    /** Makes the node. */
    public void addNode() {
        PretendedNode.register(cluster);
    }

    /** After an object was written. */
    public void stored(ResourceType type, ObjectNode object) {
        Meta meta = new Meta(object);
        if (loops.containsKey(type.kind())) {
            queue.add(new Item(type.kind(), meta.key()));
        }
        if (type.kind().equals("Node")) {
            OF_NODES.forEach(
                    kind -> cluster.all(kind).forEach(other -> queue.add(new Item(kind, new Meta(other).key()))));
        }
        servicesOf(type, object);
        owner(object);
    }

    private void servicesOf(ResourceType type, ObjectNode object) {
        if (type.kind().equals("Pod")) {
            cluster.inNamespace("Service", new Meta(object).namespace())
                    .forEach(service -> queue.add(new Item("Service", new Meta(service).key())));
        }
    }

    /** After an object is gone. */
    public void removed(ResourceType type, ObjectNode object) {
        if (type.kind().equals("PersistentVolumeClaim")) {
            ClaimLoop.removed(cluster, object);
        }
        if (type.kind().equals("Service")) {
            endpoints.removed(object);
        }
        servicesOf(type, object);
        owner(object);
    }

    private void owner(ObjectNode object) {
        for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
            String kind = reference.path("kind").asText();
            if (reference.path("controller").asBoolean() && loops.containsKey(kind)) {
                queue.add(new Item(
                        kind,
                        new Key(
                                new Meta(object).namespace(),
                                reference.path("name").asText())));
            }
        }
    }

    private void work(Item item) {
        Loop loop = loops.get(item.kind());
        Optional<ObjectNode> object = cluster.find(item.kind(), item.key());
        if (loop != null && object.isPresent() && !new Meta(object.get()).deleting()) {
            loop.bring(object.get()).ifPresent(delay -> queue.addAfter(item, delay));
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
