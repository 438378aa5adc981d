package io.fluxj.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.HomogeneousLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import java.util.Map;
import java.util.TreeMap;

/** A compiled expression that gives true or false. Serves several threads. */
public final class BooleanExpression {

    private final String text;
    private final CelRuntime.Program program;

    private BooleanExpression(String text, CelRuntime.Program program) {
        this.text = text;
        this.program = program;
    }

    static BooleanExpression compile(Cel cel, String text) throws InvalidExpression {
        if (text.codePointCount(0, text.length()) > Environment.LONGEST_EXPRESSION) {
            throw new InvalidExpression("the CEL expression is longer than %d characters: '%s…'"
                    .formatted(Environment.LONGEST_EXPRESSION, text.substring(0, 40)));
        }
        CelAbstractSyntaxTree tree = checked(text, cel.compile(text));
        var _ = checked(
                text,
                CelValidatorFactory.standardCelValidatorBuilder(cel)
                        .addAstValidators(RegexLiteralValidator.INSTANCE, HomogeneousLiteralValidator.newInstance())
                        .build()
                        .validate(tree));
        if (!tree.getResultType().equals(SimpleType.BOOL)) {
            throw new InvalidExpression("CEL expression output type mismatch: expected bool, got "
                    + tree.getResultType().name());
        }
        try {
            return new BooleanExpression(text, cel.createProgram(tree));
        } catch (CelEvaluationException e) {
            throw new InvalidExpression("failed to create CEL program: " + e.getMessage());
        }
    }

    private static CelAbstractSyntaxTree checked(String text, CelValidationResult result) throws InvalidExpression {
        if (result.hasError()) {
            throw unreadable(text, Wording.of(result.getSource(), result.getErrors()));
        }
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw unreadable(text, String.valueOf(e.getMessage()));
        }
    }

    private static InvalidExpression unreadable(String text, String why) {
        return new InvalidExpression("failed to parse the CEL expression '%s': %s".formatted(text, why));
    }

    /**
     * What it gives for these objects.
     *
     * @param objects a value for each variable
     */
    public boolean evaluate(Map<String, JsonNode> objects) throws EvaluationFailure {
        Map<String, Object> variables = new TreeMap<>();
        objects.forEach((name, object) -> variables.put(name, JsonValues.of(object)));
        try {
            Object result = program.trace(variables, new EvaluationBudget());
            if (result instanceof Boolean value) {
                return value;
            }
            throw new EvaluationFailure(text, "no boolean");
        } catch (CelEvaluationException e) {
            throw new EvaluationFailure(
                    text, EvaluationBudget.exhausted(e) ? EvaluationBudget.EXHAUSTED : Wording.of(e));
        }
    }
}
