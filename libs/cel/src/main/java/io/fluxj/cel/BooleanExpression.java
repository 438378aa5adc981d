package io.fluxj.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelKind;
import java.util.Map;
import java.util.Set;

/** A compiled expression that gives true or false. Serves several threads. */
public final class BooleanExpression {

    private final Compiled compiled;

    private BooleanExpression(Compiled compiled) {
        this.compiled = compiled;
    }

    /** The declared types decide: literals are of one type, and the result can be nothing but a boolean. */
    static BooleanExpression compile(Cel cel, String text) throws InvalidExpression {
        return of(cel, text, Compiled.strictlyTyped(cel, text), Set.of(CelKind.BOOL));
    }

    /** The values decide, as far as the expression does not. */
    static BooleanExpression compileLoosely(Cel cel, String text) throws InvalidExpression {
        return of(cel, text, Compiled.typed(cel, text), Set.of(CelKind.BOOL, CelKind.DYN));
    }

    private static BooleanExpression of(Cel cel, String text, CelAbstractSyntaxTree tree, Set<CelKind> results)
            throws InvalidExpression {
        if (!results.contains(tree.getResultType().kind())) {
            throw new InvalidExpression("CEL expression output type mismatch: expected bool, got "
                    + tree.getResultType().name());
        }
        return new BooleanExpression(Compiled.of(cel, text, tree));
    }

    /**
     * What it gives for these objects.
     *
     * @param objects a value for each variable
     */
    public boolean evaluate(Map<String, JsonNode> objects) throws EvaluationFailure {
        return evaluate(Variables.of(objects));
    }

    /** What it gives for these variables. */
    public boolean evaluate(Variables variables) throws EvaluationFailure {
        return switch (compiled.evaluate(variables)) {
            case Boolean value -> value;
            case null, default -> throw EvaluationFailure.noBoolean(compiled.text());
        };
    }
}
