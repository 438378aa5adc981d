package io.fluxj.cel;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.HomogeneousLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An expression that can be run, whatever it gives. Serves several threads. */
record Compiled(String text, CelAbstractSyntaxTree tree, CelRuntime.Program program) {

    /** Its names and its form; nothing is known of types yet. */
    static CelAbstractSyntaxTree parse(Cel cel, String text) throws InvalidExpression {
        return checked(text, cel.parse(bounded(text)));
    }

    /** With its types. */
    static CelAbstractSyntaxTree typed(Cel cel, String text) throws InvalidExpression {
        return checked(text, cel.compile(bounded(text)));
    }

    /** With its types, where literals are of one type and patterns are patterns. */
    static CelAbstractSyntaxTree strictlyTyped(Cel cel, String text) throws InvalidExpression {
        CelAbstractSyntaxTree tree = typed(cel, text);
        var _ = checked(
                text,
                CelValidatorFactory.standardCelValidatorBuilder(cel)
                        .addAstValidators(
                                RegexLiteralValidator.INSTANCE, HomogeneousLiteralValidator.newInstance("format"))
                        .build()
                        .validate(tree));
        return tree;
    }

    static Compiled of(Cel cel, String text, CelAbstractSyntaxTree tree) throws InvalidExpression {
        try {
            return new Compiled(text, tree, cel.createProgram(tree));
        } catch (CelEvaluationException e) {
            throw new InvalidExpression("failed to create CEL program: " + e.getMessage());
        }
    }

    private static String bounded(String text) throws InvalidExpression {
        if (text.codePointCount(0, text.length()) > Environment.LONGEST_EXPRESSION) {
            throw new InvalidExpression("the CEL expression is longer than %d characters: '%s…'"
                    .formatted(Environment.LONGEST_EXPRESSION, text.substring(0, 40)));
        }
        return text;
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

    /** What it gives, as CEL has it. */
    @Nullable
    Object evaluate(Variables variables) throws EvaluationFailure {
        try {
            Object value = program.trace(variables.values(), new EvaluationBudget());
            if (value instanceof CelUnknownSet absent) {
                throw EvaluationFailure.of(text, "no such attribute(s): " + names(absent));
            }
            return value;
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
