package io.fluxj.helmrelease.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.health.Health;
import io.fluxj.apply.health.HealthRule;
import io.fluxj.apply.health.HealthRules;
import io.fluxj.apply.health.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** When Helm 3 called objects ready. Source: Helm's documentation of {@code --wait}, and its {@code legacy} strategy. */
final class LegacyRules {
    private static final String JOB = "Job.batch";
    private static final Map<String, HealthRule> RULES = rules();

    private LegacyRules() {}

    static HealthRules of() {
        return new HealthRules(RULES);
    }

    /** Whether there is a rule for a kind; all others are ready at once. */
    static boolean judges(String groupKind, boolean jobs) {
        return RULES.containsKey(groupKind) && (jobs || !groupKind.equals(JOB));
    }

    private static Map<String, HealthRule> rules() {
        Map<String, HealthRule> rules = new HashMap<>();
        rules.put("Pod", when(pod -> hasCondition(pod, "Ready")));
        rules.put("Deployment.apps", when(LegacyRules::isDeployed));
        rules.put("PersistentVolumeClaim", when(claim -> phase(claim).equals("Bound")));
        rules.put("Service", when(LegacyRules::isReachable));
        rules.put("DaemonSet.apps", when(LegacyRules::isOnEveryNode));
        rules.put("StatefulSet.apps", when(LegacyRules::isComplete));
        rules.put("ReplicaSet.apps", when(LegacyRules::hasReplicas));
        rules.put("ReplicationController", when(LegacyRules::hasReplicas));
        rules.put(
                "CustomResourceDefinition.apiextensions.k8s.io",
                when(definition -> hasCondition(definition, "Established")));
        rules.put(JOB, (job, _) -> job(job));
        return Map.copyOf(rules);
    }

    private static HealthRule when(Predicate<JsonNode> ready) {
        return (object, _) -> ready.test(object)
                ? new Health(Status.CURRENT, "", "ready")
                : new Health(Status.IN_PROGRESS, "NotReady", "not ready");
    }

    private static Health job(JsonNode job) {
        long failed = number(job.path("status"), "failed", 0);
        if (failed > number(job.path("spec"), "backoffLimit", 6)) {
            JsonNode metadata = job.path("metadata");
            return new Health(
                    Status.FAILED,
                    "JobFailed",
                    "job is failed: " + metadata.path("namespace").asText() + "/"
                            + metadata.path("name").asText());
        }
        boolean complete = number(job.path("status"), "succeeded", 0) >= number(job.path("spec"), "completions", 1);
        return complete
                ? new Health(Status.CURRENT, "", "complete")
                : new Health(Status.IN_PROGRESS, "JobInProgress", "not complete");
    }

    private static boolean isDeployed(JsonNode deployment) {
        JsonNode spec = deployment.path("spec");
        if (spec.path("paused").asBoolean(false)) {
            return true;
        }
        long wanted = number(spec, "replicas", 1);
        JsonNode rolling = spec.path("strategy").path("rollingUpdate").path("maxUnavailable");
        return isObserved(deployment)
                && number(deployment.path("status"), "updatedReplicas", 0) >= wanted
                && number(deployment.path("status"), "readyReplicas", 0) >= wanted - share(rolling, wanted, false);
    }

    private static boolean isReachable(JsonNode service) {
        JsonNode spec = service.path("spec");
        String type = spec.path("type").asText("");
        if (type.equals("ExternalName")) {
            return true;
        }
        boolean balanced = !type.equals("LoadBalancer")
                || !spec.path("externalIPs").isEmpty()
                || !service.path("status").path("loadBalancer").path("ingress").isEmpty();
        return !spec.path("clusterIP").asText("").isEmpty() && balanced;
    }

    private static boolean isOnEveryNode(JsonNode set) {
        JsonNode status = set.path("status");
        JsonNode strategy = set.path("spec").path("updateStrategy");
        if (!strategy.path("type").asText("RollingUpdate").equals("RollingUpdate")) {
            return true;
        }
        long wanted = number(status, "desiredNumberScheduled", 0);
        long less = share(strategy.path("rollingUpdate").path("maxUnavailable"), wanted, true);
        return isObserved(set)
                && number(status, "updatedNumberScheduled", 0) >= wanted
                && number(status, "numberReady", 0) >= wanted - less;
    }

    private static boolean isComplete(JsonNode set) {
        JsonNode strategy = set.path("spec").path("updateStrategy");
        if (!strategy.path("type").asText("RollingUpdate").equals("RollingUpdate")) {
            return true;
        }
        long wanted = number(set.path("spec"), "replicas", 1);
        long kept = number(strategy.path("rollingUpdate"), "partition", 0);
        JsonNode status = set.path("status");
        boolean current = kept > 0
                || status.path("currentRevision")
                        .asText("")
                        .equals(status.path("updateRevision").asText(""));
        return isObserved(set)
                && number(status, "updatedReplicas", 0) >= wanted - kept
                && number(status, "readyReplicas", 0) == wanted
                && current;
    }

    private static boolean hasReplicas(JsonNode set) {
        return isObserved(set)
                && number(set.path("status"), "readyReplicas", 0) >= number(set.path("spec"), "replicas", 1);
    }

    private static boolean isObserved(JsonNode object) {
        return object.path("status").path("observedGeneration").asLong(0)
                >= object.path("metadata").path("generation").asLong(0);
    }

    private static boolean hasCondition(JsonNode object, String type) {
        return StreamSupport.stream(object.path("status").path("conditions").spliterator(), false)
                .anyMatch(condition -> condition.path("type").asText("").equals(type)
                        && condition.path("status").asText("").equals("True"));
    }

    private static String phase(JsonNode object) {
        return object.path("status").path("phase").asText("");
    }

    private static long number(JsonNode holder, String field, long otherwise) {
        return holder.path(field).asLong(otherwise);
    }

    /** A number, or a share of the replicas such as {@code 25%}. */
    private static long share(JsonNode value, long whole, boolean up) {
        String text = value.asText("0");
        if (!text.endsWith("%")) {
            return value.asLong(0);
        }
        double exact = Double.parseDouble(text.substring(0, text.length() - 1)) * whole / 100;
        return (long) (up ? Math.ceil(exact) : Math.floor(exact));
    }
}
