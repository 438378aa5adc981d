package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.json.Nodes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps the numbered Pods of a StatefulSet and their claims; those of an old template are replaced. */
final class StatefulSetLoop implements Workloads.Loop {
    private static final String HASH = "controller-revision-hash";

    private final Cluster cluster;

    StatefulSetLoop(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Optional<Duration> bring(ObjectNode set) {
        JsonNode spec = set.path("spec");
        String revision = new Meta(set).name() + "-" + Templates.hash(spec.path("template"));
        int first = spec.path("ordinals").path("start").asInt(0);
        int end = first + Pods.wanted(set);
        int partition = spec.path("updateStrategy")
                .path("rollingUpdate")
                .path("partition")
                .asInt(0);
        boolean rolling = !spec.path("updateStrategy").path("type").asText().equals("OnDelete");
        String before = set.path("status").path("currentRevision").asText(revision);
        for (ObjectNode pod : cluster.controlled("Pod", set)) {
            int number = number(pod);
            boolean old = !Templates.label(pod, HASH).equals(revision);
            if (number < first || number >= end || (old && rolling && number >= partition)) {
                cluster.delete(pod);
            }
        }
        List<String> present = cluster.controlled("Pod", set).stream()
                .map(pod -> new Meta(pod).name())
                .toList();
        for (int number = first; number < end; number++) {
            if (!present.contains(new Meta(set).name() + "-" + number)) {
                create(set, number, number >= partition ? revision : before);
            }
        }
        report(set, revision, before);
        return Optional.empty();
    }

    private static int number(ObjectNode pod) {
        String name = new Meta(pod).name();
        String digits = name.substring(name.lastIndexOf('-') + 1);
        boolean number =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(digits) : -1;
    }

    private void create(ObjectNode set, int number, String revision) {
        String name = new Meta(set).name() + "-" + number;
        ObjectNode pod = Templates.pod(set, set.path("spec").path("template"));
        ObjectNode metadata = new Meta(pod).node();
        metadata.remove("generateName");
        metadata.put("name", name);
        Templates.label(pod, HASH, revision);
        Templates.label(pod, "statefulset.kubernetes.io/pod-name", name);
        Templates.label(pod, "apps.kubernetes.io/pod-index", Integer.toString(number));
        ObjectNode spec = Nodes.child(pod, "spec");
        spec.put("hostname", name)
                .put("subdomain", set.path("spec").path("serviceName").asText(""));
        for (JsonNode template : set.path("spec").path("volumeClaimTemplates")) {
            claim(set, template, name, spec);
        }
        cluster.create(pod);
    }

    private void claim(ObjectNode set, JsonNode template, String pod, ObjectNode spec) {
        String volume = template.path("metadata").path("name").asText();
        String name = volume + "-" + pod;
        ObjectNode claim = Nodes.object().put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
        ObjectNode metadata = claim.putObject("metadata").put("name", name).put("namespace", new Meta(set).namespace());
        JsonNode labels = template.path("metadata").path("labels");
        metadata.set("labels", labels.isObject() ? labels.deepCopy() : Nodes.object());
        set.path("spec")
                .path("selector")
                .path("matchLabels")
                .properties()
                .forEach(e -> Templates.label(claim, e.getKey(), e.getValue().asText()));
        claim.set("spec", template.path("spec").deepCopy());
        cluster.create(claim);
        ArrayNode volumes = spec.get("volumes") instanceof ArrayNode list ? list : spec.putArray("volumes");
        volumes.addObject()
                .put("name", volume)
                .putObject("persistentVolumeClaim")
                .put("claimName", name);
    }

    private void report(ObjectNode set, String revision, String before) {
        List<ObjectNode> pods = cluster.controlled("Pod", set);
        int ready = Pods.ready(pods);
        int updated = Pods.labelled(pods, HASH, revision);
        boolean complete = updated == Pods.wanted(set) && ready == updated;
        String current = complete ? revision : before;
        cluster.status(set, status -> status.put("observedGeneration", new Meta(set).generation())
                .put("replicas", pods.size())
                .put("readyReplicas", ready)
                .put("availableReplicas", ready)
                .put("currentReplicas", Pods.labelled(pods, HASH, current))
                .put("updatedReplicas", updated)
                .put("currentRevision", current)
                .put("updateRevision", revision)
                .put("collisionCount", 0));
    }
}
