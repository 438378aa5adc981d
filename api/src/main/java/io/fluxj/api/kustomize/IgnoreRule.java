package io.fluxj.api.kustomize;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Required;
import io.fluxj.api.json.UnknownFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields whose drift is left alone.
 *
 * @param paths Fields as JSON pointers (RFC 6901), such as /spec/replicas. A slash inside of a key is written ~1, a tilde ~0.
 * @param target Which objects the rule is for. Every object when not set.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record IgnoreRule(
        @Required List<String> paths,
        @Nullable Selector target,
        @UnknownFields Map<String, Object> unknown) implements IgnoreRuleBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public IgnoreRule {
        paths = Absent.copy(paths);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static IgnoreRuleBuilder builder() {
        return IgnoreRuleBuilder.builder();
    }
}
