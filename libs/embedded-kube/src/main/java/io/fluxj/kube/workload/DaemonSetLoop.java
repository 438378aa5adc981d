package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps a DaemonSet's Pod on the one node. */
final class DaemonSetLoop implements Workloads.Loop {
    private static final String HASH = "controller-revision-hash";

    private final Cluster cluster;

    DaemonSetLoop(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Optional<Duration> bring(ObjectNode set) {
        String hash = Templates.hash(set.path("spec").path("template"));
        boolean rolling =
                !set.path("spec").path("updateStrategy").path("type").asText().equals("OnDelete");
        List<ObjectNode> pods = cluster.controlled("Pod", set);
        pods.stream()
                .filter(pod -> rolling && !Templates.label(pod, HASH).equals(hash))
                .forEach(cluster::delete);
        if (cluster.controlled("Pod", set).isEmpty()) {
            ObjectNode pod = Templates.pod(set, set.path("spec").path("template"));
            Templates.label(pod, HASH, hash);
            if (pod.get("spec") instanceof ObjectNode spec) {
                spec.put("nodeName", PretendedNode.NAME);
            }
            cluster.create(pod);
        }
        report(set, hash);
        return Optional.empty();
    }

    private void report(ObjectNode set, String hash) {
        List<ObjectNode> pods = cluster.controlled("Pod", set);
        int ready = Pods.ready(pods);
        cluster.status(set, status -> status.put("observedGeneration", new Meta(set).generation())
                .put("currentNumberScheduled", pods.size())
                .put("desiredNumberScheduled", 1)
                .put("numberMisscheduled", 0)
                .put("updatedNumberScheduled", Pods.labelled(pods, HASH, hash))
                .put("numberReady", ready)
                .put("numberAvailable", ready)
                .put("numberUnavailable", Math.max(0, 1 - ready)));
    }
}
