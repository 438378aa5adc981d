package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The readiness rules that kubectl's and Flux's tools share (kstatus): rules for all objects first, then those of the
 * kind, then the Ready condition. A pure function.
 */
public final class KStatus {
    private static final Map<String, HealthRule> RULES = rules();

    private KStatus() {}

    /**
     * Judges a live object.
     *
     * @param object the whole object
     * @param now the present moment
     * @throws MalformedObject when the object is not shaped as it should be
     */
    public static Health judge(JsonNode object, Instant now) {
        Optional<Health> general =
                terminating(object).or(() -> generationNotObserved(object)).or(() -> conditionsOfTheStandard(object));
        if (general.isPresent()) {
            return general.get();
        }
        HealthRule rule = RULES.get(ObjectRef.of(object).groupKind());
        return rule == null ? byReadyCondition(object) : rule.judge(object, now);
    }

    private static Map<String, HealthRule> rules() {
        Map<String, HealthRule> rules = new HashMap<>();
        for (String group : new String[] {".apps", ".extensions"}) {
            rules.put("Deployment" + group, (object, now) -> DeploymentRule.judge(object));
            rules.put("ReplicaSet" + group, (object, now) -> ReplicaSetRule.judge(object));
            rules.put("DaemonSet" + group, (object, now) -> DaemonSetRule.judge(object));
        }
        rules.put("StatefulSet.apps", (object, now) -> StatefulSetRule.judge(object));
        rules.put("Pod", PodRule::judge);
        rules.put("Job.batch", (object, now) -> JobRules.started(object));
        rules.put("Service", (object, now) -> SimpleRules.service(object));
        rules.put("PersistentVolumeClaim", (object, now) -> SimpleRules.volumeClaim(object));
        rules.put("CustomResourceDefinition.apiextensions.k8s.io", (object, now) -> SimpleRules.definition(object));
        rules.put(
                "PodDisruptionBudget.policy", (object, now) -> Health.current("AllowedDisruptions has been computed."));
        for (String always : new String[] {"Secret", "ConfigMap", "CronJob.batch"}) {
            rules.put(always, (object, now) -> Health.current("Resource is always ready"));
        }
        return Map.copyOf(rules);
    }

    private static Optional<Health> terminating(JsonNode object) {
        return ObjectFields.text(object, "metadata.deletionTimestamp", "").isEmpty()
                ? Optional.empty()
                : Optional.of(new Health(Status.TERMINATING, "", "Resource scheduled for deletion"));
    }

    /**
     * In progress when the object's controller has not seen its newest spec, else empty: the rule that also holds before rules of the
     * user's own.
     *
     * @throws MalformedObject when a generation is no number
     */
    public static Optional<Health> generationNotObserved(JsonNode object) {
        JsonNode generation = wholeNumber(object, "metadata.generation");
        JsonNode observed = wholeNumber(object, "status.observedGeneration");
        if (generation.isMissingNode() || observed.isMissingNode() || generation.longValue() == observed.longValue()) {
            return Optional.empty();
        }
        String message = object.path("kind").asText() + " generation is " + generation
                + ", but latest observed generation is " + observed;
        return Optional.of(Health.inProgress("LatestGenerationNotObserved", message));
    }

    private static JsonNode wholeNumber(JsonNode object, String dotted) {
        JsonNode node = ObjectFields.at(object, dotted);
        if (!node.isMissingNode() && !node.isIntegralNumber()) {
            throw new MalformedObject(dotted + " is not an integer");
        }
        return node;
    }

    private static Optional<Health> conditionsOfTheStandard(JsonNode object) {
        for (StatusCondition condition : StatusCondition.of(object)) {
            if (condition.type().equals("Reconciling") && condition.is("True")) {
                return Optional.of(Health.inProgress(condition.reason(), condition.message()));
            }
            if (condition.type().equals("Stalled") && condition.is("True")) {
                return Optional.of(Health.failed(condition.reason(), condition.message()));
            }
        }
        return Optional.empty();
    }

    private static Health byReadyCondition(JsonNode object) {
        Optional<StatusCondition> ready = StatusCondition.find(object, "Ready");
        if (ready.isPresent() && ready.get().is("True")) {
            return Health.current("Resource is Ready");
        }
        if (ready.isPresent() && (ready.get().is("False") || ready.get().is("Unknown"))) {
            return Health.inProgress(ready.get().reason(), ready.get().message());
        }
        return Health.current("Resource is current");
    }
}
