package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.json.Nodes;
import java.time.Duration;
import java.util.Optional;

/** Binds every claim to a volume made for it, when there is a node to have it on. */
final class ClaimLoop implements Workloads.Loop {
    private final Cluster cluster;

    ClaimLoop(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Optional<Duration> bring(ObjectNode claim) {
        boolean bound = claim.path("status").path("phase").asText().equals("Bound");
        if (bound || cluster.all("Node").isEmpty()) {
            return Optional.empty();
        }
        String given = claim.path("spec").path("volumeName").asText("");
        String name = given.isEmpty() ? "pvc-" + new Meta(claim).uid() : given;
        if (given.isEmpty()) {
            cluster.create(volume(claim, name));
            cluster.change(claim, next -> Nodes.child(next, "spec").put("volumeName", name));
        }
        cluster.find("PersistentVolume", new Key("", name))
                .ifPresent(volume -> cluster.status(volume, status -> status.put("phase", "Bound")));
        cluster.status(claim, status -> {
            status.put("phase", "Bound");
            status.set("accessModes", claim.path("spec").path("accessModes").deepCopy());
            Nodes.child(status, "capacity").put("storage", size(claim));
        });
        return Optional.empty();
    }

    private static String size(JsonNode claim) {
        return claim.path("spec")
                .path("resources")
                .path("requests")
                .path("storage")
                .asText("1Gi");
    }

    private static ObjectNode volume(ObjectNode claim, String name) {
        Meta meta = new Meta(claim);
        ObjectNode out = Nodes.object().put("apiVersion", "v1").put("kind", "PersistentVolume");
        out.putObject("metadata")
                .put("name", name)
                .putObject("annotations")
                .put("pv.kubernetes.io/provisioned-by", "pretended");
        ObjectNode spec = out.putObject("spec")
                .put("persistentVolumeReclaimPolicy", "Delete")
                .put(
                        "storageClassName",
                        claim.path("spec").path("storageClassName").asText(""))
                .put("volumeMode", claim.path("spec").path("volumeMode").asText("Filesystem"));
        spec.set("accessModes", claim.path("spec").path("accessModes").deepCopy());
        spec.putObject("capacity").put("storage", size(claim));
        spec.putObject("claimRef")
                .put("apiVersion", "v1")
                .put("kind", "PersistentVolumeClaim")
                .put("name", meta.name())
                .put("namespace", meta.namespace())
                .put("uid", meta.uid());
        spec.putObject("hostPath").put("path", "/pretended/" + name);
        return out;
    }

    /** Its volume goes with a claim. */
    static void removed(Cluster cluster, ObjectNode claim) {
        String name = "pvc-" + new Meta(claim).uid();
        cluster.find("PersistentVolume", new Key("", name)).ifPresent(cluster::delete);
    }
}
