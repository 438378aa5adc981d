package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.json.Nodes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a ReplicaSet per template of a Deployment. The new one grows to its full size first, then the old ones shrink; with the
 * strategy Recreate the other way round.
 */
final class DeploymentLoop implements Workloads.Loop {
    private static final String HASH = "pod-template-hash";
    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final int HISTORY = 10;

    private final Cluster cluster;

    DeploymentLoop(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Optional<Duration> bring(ObjectNode deployment) {
        List<ObjectNode> sets = cluster.controlled("ReplicaSet", deployment);
        JsonNode spec = deployment.path("spec");
        Optional<ObjectNode> current = sets.stream()
                .filter(set -> plain(set.path("spec").path("template")).equals(spec.path("template")))
                .findFirst();
        if (current.isEmpty() && !spec.path("paused").asBoolean()) {
            create(deployment, sets);
            return Optional.empty();
        }
        List<ObjectNode> others = sets.stream()
                .filter(set -> current.isEmpty() || !new Meta(set).uid().equals(new Meta(current.get()).uid()))
                .toList();
        current.ifPresent(set -> roll(deployment, set, others));
        report(deployment, current, sets);
        return Optional.empty();
    }

    private void roll(ObjectNode deployment, ObjectNode current, List<ObjectNode> others) {
        int wanted = Pods.wanted(deployment);
        long newest = Math.max(newest(others) + 1, revision(current));
        cluster.change(current, next -> annotate(next, newest));
        cluster.change(deployment, next -> annotate(next, newest));
        if (deployment.path("spec").path("paused").asBoolean()) {
            scale(current, wanted);
            return;
        }
        boolean recreate =
                deployment.path("spec").path("strategy").path("type").asText().equals("Recreate");
        if (recreate) {
            others.forEach(set -> scale(set, 0));
            if (others.stream().anyMatch(set -> count(set, "replicas") > 0)) {
                return;
            }
        }
        scale(current, wanted);
        if (count(current, "readyReplicas") >= wanted) {
            others.forEach(set -> scale(set, 0));
            forget(deployment, others);
        }
    }

    private void forget(ObjectNode deployment, List<ObjectNode> others) {
        int kept = deployment.path("spec").path("revisionHistoryLimit").asInt(HISTORY);
        others.stream()
                .filter(set -> count(set, "replicas") == 0)
                .sorted(Comparator.comparingLong(DeploymentLoop::revision).reversed())
                .skip(kept)
                .forEach(cluster::delete);
    }

    private void scale(ObjectNode set, int replicas) {
        if (Pods.wanted(set) != replicas) {
            cluster.respec(set, spec -> spec.put("replicas", replicas));
        }
    }

    private void create(ObjectNode deployment, List<ObjectNode> sets) {
        JsonNode spec = deployment.path("spec");
        String hash = Templates.hash(spec.path("template"));
        ObjectNode set = Templates.owned(deployment, "apps/v1", "ReplicaSet");
        String name = new Meta(deployment).name() + "-" + hash;
        new Meta(set).node().put("name", name);
        JsonNode labels = spec.path("template").path("metadata").path("labels");
        Nodes.child(set, "metadata").set("labels", labels.deepCopy());
        Templates.label(set, HASH, hash);
        annotate(set, newest(sets) + 1);
        ObjectNode wanted = set.putObject("spec");
        wanted.put("replicas", sets.isEmpty() ? Pods.wanted(deployment) : 0)
                .put("minReadySeconds", spec.path("minReadySeconds").asInt(0));
        wanted.set("selector", spec.path("selector").deepCopy());
        Nodes.child(Nodes.child(wanted, "selector"), "matchLabels").put(HASH, hash);
        wanted.set("template", spec.path("template").deepCopy());
        if (wanted.get("template") instanceof ObjectNode template) {
            Templates.label(template, HASH, hash);
        }
        if (!cluster.create(set)) {
            adopt(deployment, new Key(new Meta(deployment).namespace(), name));
        }
    }

    /** One of the same name was left behind by a Deployment that is gone. */
    private void adopt(ObjectNode deployment, Key key) {
        cluster.find("ReplicaSet", key)
                .filter(set -> set.path("metadata").path("ownerReferences").isEmpty())
                .ifPresent(set -> cluster.change(set, next -> new Meta(next)
                        .node()
                        .putArray("ownerReferences")
                        .add(Templates.reference(deployment))));
    }

    private static JsonNode plain(JsonNode template) {
        JsonNode out = template.deepCopy();
        if (out.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(HASH);
        }
        return out;
    }

    private static void annotate(ObjectNode object, long revision) {
        Nodes.child(Nodes.child(object, "metadata"), "annotations").put(REVISION, Long.toString(revision));
    }

    private static long revision(ObjectNode object) {
        return object.path("metadata").path("annotations").path(REVISION).asLong(0);
    }

    private static long newest(List<ObjectNode> sets) {
        return sets.stream().mapToLong(DeploymentLoop::revision).max().orElse(0);
    }

    private static int count(ObjectNode object, String field) {
        return object.path("status").path(field).asInt(0);
    }

    private void report(ObjectNode deployment, Optional<ObjectNode> current, List<ObjectNode> sets) {
        int wanted = Pods.wanted(deployment);
        int replicas = sets.stream().mapToInt(set -> count(set, "replicas")).sum();
        int ready = sets.stream().mapToInt(set -> count(set, "readyReplicas")).sum();
        int updated = current.map(set -> count(set, "replicas")).orElse(0);
        boolean complete = updated == wanted && replicas == wanted && ready == wanted;
        String name = current.map(set -> new Meta(set).name()).orElse("");
        cluster.status(deployment, status -> {
            status.put("observedGeneration", new Meta(deployment).generation())
                    .put("replicas", replicas)
                    .put("updatedReplicas", updated)
                    .put("readyReplicas", ready)
                    .put("availableReplicas", ready)
                    .put("unavailableReplicas", Math.max(0, wanted - ready));
            condition(status, available(ready >= wanted));
            condition(
                    status,
                    new Conditions.Condition(
                            "Progressing",
                            true,
                            complete ? "NewReplicaSetAvailable" : "ReplicaSetUpdated",
                            "ReplicaSet \"" + name + "\" "
                                    + (complete ? "has successfully progressed." : "is progressing.")));
        });
    }

    private static Conditions.Condition available(boolean enough) {
        return enough
                ? new Conditions.Condition(
                        "Available", true, "MinimumReplicasAvailable", "Deployment has minimum availability.")
                : new Conditions.Condition(
                        "Available",
                        false,
                        "MinimumReplicasUnavailable",
                        "Deployment does not have minimum availability.");
    }

    private static void condition(ObjectNode status, Conditions.Condition condition) {
        String before = Nodes.text(
                Conditions.find(status.path("conditions"), condition.type()).orElseGet(Nodes::object));
        ObjectNode entry = Conditions.set(status, condition);
        if (!Nodes.text(entry).equals(before)) {
            entry.put("lastUpdateTime", Meta.now());
        }
    }
}
