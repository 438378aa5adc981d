package io.fluxj.helmrelease.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.helm.action.ObjectId;
import io.fluxj.helm.action.PodOutput;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The last lines of Pods. */
record PodTails(Cluster cluster) implements PodOutput {
    private static final int LINES = 20;
    private static final int BYTES = 4_096;
    private static final int MOST = 8_192;

    @Override
    public String tail(ObjectId hook) {
        try {
            return pod(hook).map(this::tail).orElse("");
        } catch (ApiException e) {
            // Whoever may not read logs, or asks a node that is away, is told the failure without them.
            return "";
        }
    }

    private Optional<JsonNode> pod(ObjectId hook) {
        return switch (hook.kind()) {
            case "Pod" -> cluster.get(ApplyCluster.ref(hook)).map(pod -> (JsonNode) pod);
            case "Job" -> newestOf(hook);
            default -> Optional.empty();
        };
    }

    private Optional<JsonNode> newestOf(ObjectId job) {
        ObjectRef pods = ObjectRef.of("v1", "Pod", job.namespace(), "");
        JsonNode items = cluster.list(pods, "job-name=" + job.name()).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .max(Comparator.comparing(pod -> Metadata.text(pod, "creationTimestamp")));
    }

    private String tail(JsonNode pod) {
        ObjectRef ref = ObjectRef.of("v1", "Pod", Metadata.text(pod, "namespace"), Metadata.text(pod, "name"));
        JsonNode containers = pod.path("spec").path("containers");
        StringBuilder tails = new StringBuilder();
        for (JsonNode container : containers) {
            String name =
                    container instanceof ObjectNode node ? node.path("name").asText() : "";
            String tail = cluster.log(ref, name, LINES, BYTES).strip();
            if (!tail.isEmpty()) {
                tails.append(tails.isEmpty() ? "" : "\n")
                        .append(containers.size() > 1 ? name + ": " : "")
                        .append(tail);
            }
        }
        return tails.length() > MOST ? tails.substring(tails.length() - MOST) : tails.toString();
    }
}
