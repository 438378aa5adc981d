package io.fluxj.notification.receiver.filter;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fluxj.cel.BooleanExpression;
import io.fluxj.cel.EvaluationFailure;
import io.fluxj.cel.ValueExpression;
import io.fluxj.cel.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the claims of a token must meet.
 *
 * @param variables in their order: each sees the ones before it
 * @param rules all of which must hold
 */
public record ClaimRules(List<Variable> variables, List<Rule> rules) {
    public ClaimRules {
        variables = List.copyOf(variables);
        rules = List.copyOf(rules);
    }

    /** A value that rules use by a name. */
    record Variable(String name, ValueExpression expression) {}

    /** What must hold, and what is said when it does not. */
    record Rule(String message, BooleanExpression expression) {}

    /** The claims are not those that are wanted. */
    public static final class ClaimsRefused extends Exception {
        private static final long serialVersionUID = 1L;

        ClaimsRefused(String message) {
            super(message);
        }
    }

    /**
     * Checks the claims of a token that is genuine.
     *
     * @throws ClaimsRefused with the messages of all rules that do not hold
     */
    public void require(JsonNode claims) throws ClaimsRefused {
        Variables known = Variables.of(Map.of("claims", claims, "vars", JsonNodeFactory.instance.objectNode()));
        Variables all = withVariables(known);
        List<String> broken = new ArrayList<>();
        for (Rule rule : rules) {
            if (!holds(rule, all)) {
                broken.add(rule.message());
            }
        }
        if (!broken.isEmpty()) {
            throw new ClaimsRefused("token validation failed: " + String.join("; ", broken));
        }
    }

    private Variables withVariables(Variables claims) throws ClaimsRefused {
        Map<String, Object> values = new HashMap<>();
        for (Variable variable : variables) {
            try {
                values.put(variable.name(), variable.expression().evaluate(claims.with("vars", values)));
            } catch (EvaluationFailure failed) {
                throw new ClaimsRefused(
                        "failed to evaluate variable " + quoted(variable.name()) + ": " + failed.getMessage());
            }
        }
        return claims.with("vars", values);
    }

    private static boolean holds(Rule rule, Variables variables) throws ClaimsRefused {
        try {
            return rule.expression().evaluate(variables);
        } catch (EvaluationFailure failed) {
            throw new ClaimsRefused("failed to evaluate validation: " + failed.getMessage());
        }
    }
}
