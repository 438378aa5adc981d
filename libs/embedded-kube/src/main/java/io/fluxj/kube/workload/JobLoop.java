package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.json.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs a Job: as many Pods as it asks for, each of which succeeds. */
final class JobLoop implements Workloads.Loop {
    private static final String INDEX = "batch.kubernetes.io/job-completion-index";

    private final Cluster cluster;

    JobLoop(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Optional<Duration> bring(ObjectNode job) {
        if (Conditions.holds(job, "Complete")) {
            return expire(job);
        }
        if (job.path("spec").path("suspend").asBoolean()) {
            cluster.status(
                    job,
                    status -> Conditions.set(
                            status, new Conditions.Condition("Suspended", true, "JobSuspended", "Job suspended")));
            return Optional.empty();
        }
        int wanted = job.path("spec").path("completions").asInt(1);
        List<ObjectNode> pods = cluster.controlled("Pod", job);
        for (int index = pods.size(); index < wanted; index++) {
            create(job, index);
        }
        report(job, wanted);
        return Optional.empty();
    }

    private void create(ObjectNode job, int index) {
        ObjectNode pod = Templates.pod(job, job.path("spec").path("template"));
        if (indexed(job)) {
            new Meta(pod).node().put("generateName", new Meta(job).name() + "-" + index + "-");
            Templates.label(pod, INDEX, Integer.toString(index));
            Nodes.child(new Meta(pod).node(), "annotations").put(INDEX, Integer.toString(index));
        }
        cluster.create(pod);
    }

    private static boolean indexed(JsonNode job) {
        return job.path("spec").path("completionMode").asText().equals("Indexed");
    }

    private void report(ObjectNode job, int wanted) {
        List<ObjectNode> pods = cluster.controlled("Pod", job);
        int succeeded = (int) pods.stream()
                .filter(pod -> pod.path("status").path("phase").asText().equals("Succeeded"))
                .count();
        cluster.status(job, status -> {
            if (!status.has("startTime")) {
                status.put("startTime", Meta.now());
            }
            status.put("active", pods.size() - succeeded)
                    .put("succeeded", succeeded)
                    .put("ready", Pods.ready(pods))
                    .put("terminating", 0);
            status.putObject("uncountedTerminatedPods");
            if (succeeded >= wanted) {
                complete(job, status, wanted);
            }
        });
    }

    private static void complete(ObjectNode job, ObjectNode status, int wanted) {
        if (indexed(job) && wanted > 0) {
            status.put("completedIndexes", wanted == 1 ? "0" : wanted == 2 ? "0,1" : "0-" + (wanted - 1));
        }
        status.put("completionTime", Meta.now());
        for (String type : new String[] {"SuccessCriteriaMet", "Complete"}) {
            Conditions.set(
                            status,
                            new Conditions.Condition(
                                    type, true, "CompletionsReached", "Reached expected number of succeeded pods"))
                    .put("lastProbeTime", Meta.now());
        }
    }

    /** A finished Job goes when its time has come. */
    private Optional<Duration> expire(ObjectNode job) {
        JsonNode after = job.path("spec").path("ttlSecondsAfterFinished");
        if (!after.isNumber()) {
            return Optional.empty();
        }
        Instant end = Instant.parse(job.path("status").path("completionTime").asText(Meta.now()))
                .plusSeconds(after.asLong());
        Duration left = Duration.between(Instant.now(), end);
        if (left.isPositive()) {
            return Optional.of(left);
        }
        cluster.delete(job);
        return Optional.empty();
    }
}
