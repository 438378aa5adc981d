package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Optional;

/**
 * A rule, ready to be evaluated or found wrong.
 *
 * @param rule as it is written
 * @param expression empty when it is wrong or nothing is written
 * @param problem what is wrong with the rule
 * @param message empty when there is none or it is wrong
 * @param messageProblem what is wrong with the message's expression
 * @param fieldPath the field to blame below the rule's place, or empty
 */
record CompiledRule(
        Rule rule,
        Optional<Expression> expression,
        Optional<String> problem,
        Optional<Expression> message,
        Optional<String> messageProblem,
        String fieldPath) {

    static CompiledRule of(Rule rule, Cel cel, JsonNode schema) {
        String fieldPath = rule.fieldPath().isEmpty()
                ? ""
                : FieldPath.of(rule.fieldPath(), schema).orElse("");
        if (rule.rule().isBlank()) {
            return new CompiledRule(
                    rule, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), fieldPath);
        }
        Expression expression;
        try {
            expression = typed(cel, rule.rule(), SimpleType.BOOL, "cel expression must evaluate to a bool", "");
        } catch (Expression.Broken e) {
            return new CompiledRule(
                    rule,
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage())),
                    Optional.empty(),
                    Optional.empty(),
                    fieldPath);
        }
        if (rule.messageExpression().isEmpty()) {
            return new CompiledRule(
                    rule, Optional.of(expression), Optional.empty(), Optional.empty(), Optional.empty(), fieldPath);
        }
        try {
            Expression message = typed(
                    cel,
                    rule.messageExpression(),
                    SimpleType.STRING,
                    "messageExpression must evaluate to a string",
                    "messageExpression ");
            return new CompiledRule(
                    rule, Optional.of(expression), Optional.empty(), Optional.of(message), Optional.empty(), fieldPath);
        } catch (Expression.Broken e) {
            return new CompiledRule(
                    rule,
                    Optional.of(expression),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage())),
                    fieldPath);
        }
    }

    private static Expression typed(Cel cel, String source, CelType wanted, String otherwise, String what)
            throws Expression.Broken {
        Expression expression;
        try {
            expression = Expression.compile(cel, source);
        } catch (Expression.Broken e) {
            String why = String.valueOf(e.getMessage());
            throw new Expression.Broken(
                    why.startsWith(Expression.INSTANTIATION)
                            ? what
                                    + why.replace(
                                            Expression.INSTANTIATION,
                                            what.isEmpty() ? Expression.INSTANTIATION : "instantiation failed: ")
                            : what + "compilation failed: " + why);
        }
        if (!expression.resultType().equals(wanted)) {
            throw new Expression.Broken(otherwise);
        }
        return expression;
    }

    boolean usesOldSelf() {
        return expression.map(e -> e.reads(RuleEnvironment.OLD_SELF)).orElse(false);
    }
}
