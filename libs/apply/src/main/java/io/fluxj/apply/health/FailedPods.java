package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A StatefulSet or ReplicaSet in progress some Pods of which have failed has failed itself. */
final class FailedPods {
    private static final Set<String> PARENTS = Set.of("StatefulSet.apps", "ReplicaSet.apps");
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Map<ObjectRef, Long> counts = new HashMap<>();
    private final Map<ObjectRef, Long> counted = new HashMap<>();

    FailedPods(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The object's health with its Pods taken into account. */
    Health amend(JsonNode object, Health own) {
        ObjectRef ref = ObjectRef.of(object);
        if (own.status() != Status.IN_PROGRESS || !PARENTS.contains(ref.groupKind())) {
            return own;
        }
        long failed = count(ref, object);
        return failed == 0 ? own : Health.failed("FailedPods", failed + " pods have failed");
    }

    /** Forgets counts that were not taken just now, and says whether there were any. */
    boolean forgetOld() {
        return counted.values().removeIf(at -> System.nanoTime() - at > FRESH.toNanos());
    }

    private long count(ObjectRef parent, JsonNode object) {
        Long last = counted.get(parent);
        if (last == null || System.nanoTime() - last > PAUSE.toNanos()) {
            counted.put(parent, System.nanoTime());
            counts.put(parent, failed(parent, object));
        }
        return counts.getOrDefault(parent, 0L);
    }

    private long failed(ObjectRef parent, JsonNode object) {
        String selector = selector(object.path("spec").path("selector"));
        if (selector.isEmpty()) {
            return 0;
        }
        ObjectRef pods = new ObjectRef("", "v1", "Pod", parent.namespace(), "");
        try {
            long failed = 0;
            for (JsonNode pod : cluster.list(pods, selector).path("items")) {
                failed += isFailed(pod) ? 1 : 0;
            }
            return failed;
        } catch (ApiException | UnknownKindException e) {
            return 0;
        }
    }

    /** By the rules for Pods: one that crashes again and again has failed, one that was evicted has not. */
    private static boolean isFailed(JsonNode pod) {
        boolean unschedulable = StatusCondition.find(pod, "PodScheduled")
                .map(scheduled -> scheduled.reason().equals("Unschedulable"))
                .orElse(false);
        return !unschedulable && status(pod) == Status.FAILED;
    }

    private static Status status(JsonNode pod) {
        try {
            return KStatus.judge(complete(pod), Instant.now()).status();
        } catch (MalformedObject e) {
            return Status.UNKNOWN;
        }
    }

    /** Items of a list come without apiVersion and kind. */
    private static JsonNode complete(JsonNode item) {
        return item instanceof ObjectNode pod ? pod.put("apiVersion", "v1").put("kind", "Pod") : item;
    }

    private static String selector(JsonNode selector) {
        List<String> terms = new ArrayList<>();
        selector.path("matchLabels")
                .properties()
                .forEach(label ->
                        terms.add(label.getKey() + "=" + label.getValue().asText()));
        for (JsonNode expression : selector.path("matchExpressions")) {
            terms.add(term(expression));
        }
        return String.join(",", terms);
    }

    private static String term(JsonNode expression) {
        List<String> values = new ArrayList<>();
        expression.path("values").forEach(value -> values.add(value.asText()));
        String key = expression.path("key").asText();
        return switch (expression.path("operator").asText()) {
            case "In" -> key + " in (" + String.join(",", values) + ")";
            case "NotIn" -> key + " notin (" + String.join(",", values) + ")";
            case "DoesNotExist" -> "!" + key;
            default -> key;
        };
    }
}
