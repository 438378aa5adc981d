package io.fluxj.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelKind;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.HomogeneousLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A compiled expression that gives true or false. Serves several threads. */
public final class BooleanExpression {

    private final String text;
    private final CelAbstractSyntaxTree tree;
    private final CelRuntime.Program program;

    private BooleanExpression(String text, CelAbstractSyntaxTree tree, CelRuntime.Program program) {
        this.text = text;
        this.tree = tree;
        this.program = program;
    }

    /** The declared types decide: literals are of one type, and the result can be nothing but a boolean. */
    static BooleanExpression compile(Cel cel, String text) throws InvalidExpression {
        CelAbstractSyntaxTree tree = typed(cel, text);
        var _ = checked(
                text,
                CelValidatorFactory.standardCelValidatorBuilder(cel)
                        .addAstValidators(RegexLiteralValidator.INSTANCE, HomogeneousLiteralValidator.newInstance())
                        .build()
                        .validate(tree));
        return compiled(cel, text, tree, Set.of(CelKind.BOOL));
    }

    /** The values decide, as far as the expression does not. */
    static BooleanExpression compileLoosely(Cel cel, String text) throws InvalidExpression {
        return compiled(cel, text, typed(cel, text), Set.of(CelKind.BOOL, CelKind.DYN));
    }

    /** Its names and its form; nothing is known of types yet. */
    static CelAbstractSyntaxTree parse(Cel cel, String text) throws InvalidExpression {
        return checked(text, cel.parse(bounded(text)));
    }

    private static CelAbstractSyntaxTree typed(Cel cel, String text) throws InvalidExpression {
        return checked(text, cel.compile(bounded(text)));
    }

    private static String bounded(String text) throws InvalidExpression {
        if (text.codePointCount(0, text.length()) > Environment.LONGEST_EXPRESSION) {
            throw new InvalidExpression("the CEL expression is longer than %d characters: '%s…'"
                    .formatted(Environment.LONGEST_EXPRESSION, text.substring(0, 40)));
        }
        return text;
    }

    private static BooleanExpression compiled(Cel cel, String text, CelAbstractSyntaxTree tree, Set<CelKind> results)
            throws InvalidExpression {
        if (!results.contains(tree.getResultType().kind())) {
            throw new InvalidExpression("CEL expression output type mismatch: expected bool, got "
                    + tree.getResultType().name());
        }
        try {
            return new BooleanExpression(text, tree, cel.createProgram(tree));
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
            return switch (program.trace(variables, new EvaluationBudget())) {
                case Boolean value -> value;
                case CelUnknownSet absent -> throw EvaluationFailure.of(text, "no such attribute(s): " + names(absent));
                case null, default -> throw EvaluationFailure.noBoolean(text);
            };
        } catch (CelEvaluationException e) {
            throw EvaluationFailure.of(
                    text, EvaluationBudget.exhausted(e) ? EvaluationBudget.EXHAUSTED : Wording.of(e));
        }
    }

    private String names(CelUnknownSet absent) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .filter(node -> absent.unknownExprIds().contains(node.id()))
                .map(node -> node.expr().ident().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
