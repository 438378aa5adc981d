package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps one Pod of a DaemonSet on every node that fits. */
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
        List<String> wanted = cluster.all("Node").stream()
                .filter(node ->
                        PretendedNode.fits(set.path("spec").path("template").path("spec"), node))
                .map(node -> new Meta(node).name())
                .toList();
        pods.stream()
                .filter(pod -> !wanted.contains(node(pod))
                        || (rolling && !Templates.label(pod, HASH).equals(hash)))
                .forEach(cluster::delete);
        List<String> covered =
                cluster.controlled("Pod", set).stream().map(DaemonSetLoop::node).toList();
        wanted.stream().filter(node -> !covered.contains(node)).forEach(node -> create(set, node, hash));
        report(set, wanted.size(), hash);
        return Optional.empty();
    }

    private static String node(ObjectNode pod) {
        return pod.path("spec").path("nodeName").asText();
    }

    private void create(ObjectNode set, String node, String hash) {
        ObjectNode pod = Templates.pod(set, set.path("spec").path("template"));
        Templates.label(pod, HASH, hash);
        if (pod.get("spec") instanceof ObjectNode spec) {
            spec.put("nodeName", node);
        }
        cluster.create(pod);
    }

    private void report(ObjectNode set, int wanted, String hash) {
        List<ObjectNode> pods = cluster.controlled("Pod", set);
        int ready = Pods.ready(pods);
        cluster.status(set, status -> status.put("observedGeneration", new Meta(set).generation())
                .put("currentNumberScheduled", pods.size())
                .put("desiredNumberScheduled", wanted)
                .put("numberMisscheduled", 0)
                .put("updatedNumberScheduled", Pods.labelled(pods, HASH, hash))
                .put("numberReady", ready)
                .put("numberAvailable", ready)
                .put("numberUnavailable", Math.max(0, wanted - ready)));
    }
}
