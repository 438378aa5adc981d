package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps as many Pods as a ReplicaSet asks for; the youngest go first. */
final class ReplicaSetLoop implements Workloads.Loop {
    private final Cluster cluster;

    ReplicaSetLoop(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Optional<Duration> bring(ObjectNode set) {
        List<ObjectNode> pods = pods(set);
        int wanted = Pods.wanted(set);
        for (int i = pods.size(); i < wanted; i++) {
            cluster.create(Templates.pod(set, set.path("spec").path("template")));
        }
        pods.stream()
                .sorted(Comparator.comparing((ObjectNode pod) ->
                                pod.path("metadata").path("creationTimestamp").asText())
                        .reversed())
                .limit(Math.max(0, pods.size() - wanted))
                .forEach(cluster::delete);
        List<ObjectNode> now = pods(set);
        int ready = Pods.ready(now);
        cluster.status(set, status -> status.put("observedGeneration", new Meta(set).generation())
                .put("replicas", now.size())
                .put("fullyLabeledReplicas", now.size())
                .put("readyReplicas", ready)
                .put("availableReplicas", ready));
        return Optional.empty();
    }

    private List<ObjectNode> pods(ObjectNode set) {
        return cluster.controlled("Pod", set).stream().filter(Pods::active).toList();
    }
}
