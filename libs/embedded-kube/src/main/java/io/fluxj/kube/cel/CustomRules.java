package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a custom resource's version, compiled. Source: Kubernetes' {@code x-kubernetes-validations}. */
public final class CustomRules {
    private final Optional<RuleNode> root;

    private CustomRules(Optional<RuleNode> root) {
        this.root = root;
    }

    /** The rules of an {@code openAPIV3Schema}. */
    public static CustomRules of(JsonNode schema) {
        return new CustomRules(RuleTree.of(schema));
    }

    /** Whether there are none. */
    public boolean none() {
        return root.isEmpty();
    }

    /**
     * What the rules say of an object.
     *
     * @param causes why it is refused
     * @param warnings what is wrong with it and was before
     */
    public record Verdict(List<Cause> causes, List<String> warnings) {}

    /**
     * Evaluates every rule.
     *
     * @param before the state before, null when the object is new
     */
    public Verdict check(@Nullable ObjectNode before, ObjectNode object) {
        RuleRun run = new RuleRun();
        root.ifPresent(node -> run.visit(node, object, Correlation.of(before, object), ""));
        return new Verdict(run.causes(), run.warnings());
    }
}
