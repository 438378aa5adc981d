package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of {@code x-kubernetes-validations}.
 *
 * @param rule the expression that must hold
 * @param message what to say when it does not, or empty
 * @param messageExpression an expression that makes the message, or empty
 * @param reason the machine-readable reason, or empty
 * @param fieldPath the field below that is to blame, or empty
 * @param optionalOldSelf whether the rule is evaluated without a state before, too
 */
record Rule(
        String rule,
        String message,
        String messageExpression,
        String reason,
        String fieldPath,
        boolean optionalOldSelf) {

    static List<Rule> of(JsonNode schema) {
        List<Rule> out = new ArrayList<>();
        for (JsonNode entry : schema.path("x-kubernetes-validations")) {
            out.add(new Rule(
                    Nodes.string(entry, "rule"),
                    Nodes.string(entry, "message"),
                    Nodes.string(entry, "messageExpression"),
                    Nodes.string(entry, "reason"),
                    Nodes.string(entry, "fieldPath"),
                    entry.path("optionalOldSelf").asBoolean()));
        }
        return out;
    }

    /** How messages about the rule call it. */
    String shown() {
        return message.isEmpty() ? rule.strip() : message.strip();
    }

    /** What is said when it does not hold and no expression says more. */
    String refusal() {
        return message.isEmpty() ? "failed rule: " + rule.strip() : message.strip();
    }
}
