package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How objects are judged: by the rule given for their kind, or else for their group, or else by {@link KStatus}.
 *
 * @param byKind rules by {@code Kind.group} ({@code Kind} in the core group), or by {@code *.group} for a whole group
 */
public record HealthRules(Map<String, HealthRule> byKind) {

    public HealthRules {
        byKind = Map.copyOf(byKind);
    }

    /** The library's rules, but a Job is current only when it has completed. */
    public static HealthRules standard() {
        return new HealthRules(Map.of("Job.batch", (job, now) -> JobRules.completed(job)));
    }

    /**
     * These rules and one more, which wins.
     *
     * @param kind as the keys of {@link #byKind}
     */
    public HealthRules with(String kind, HealthRule rule) {
        Map<String, HealthRule> rules = new HashMap<>(byKind);
        rules.put(kind, rule);
        return new HealthRules(rules);
    }

    /** Judges a live object; one that is not shaped as it should be is Unknown. */
    public Health judge(JsonNode object, Instant now) {
        try {
            return rule(ObjectRef.of(object)).judge(object, now);
        } catch (MalformedObject e) {
            return Health.unknown(String.valueOf(e.getMessage()));
        }
    }

    /** Whether this kind of object is judged by a rule that somebody gave, which sees all that is to be seen. */
    boolean hasOwn(ObjectRef ref) {
        return byKind.containsKey(ref.groupKind()) || byKind.containsKey("*." + ref.group());
    }

    private HealthRule rule(ObjectRef ref) {
        HealthRule ofKind = byKind.get(ref.groupKind());
        if (ofKind != null) {
            return ofKind;
        }
        HealthRule ofGroup = byKind.get("*." + ref.group());
        return ofGroup == null ? KStatus::judge : ofGroup;
    }
}
