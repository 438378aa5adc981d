package io.fluxj.cel;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelKind;
import java.util.Set;

/** A compiled expression that gives a text. Serves several threads. */
public final class TextExpression {
    private static final Set<CelKind> RESULTS = Set.of(CelKind.STRING, CelKind.DYN);

    private final Compiled compiled;

    private TextExpression(Compiled compiled) {
        this.compiled = compiled;
    }

    static TextExpression compile(Cel cel, String text) throws InvalidExpression {
        CelAbstractSyntaxTree tree = Compiled.strictlyTyped(cel, text);
        if (!RESULTS.contains(tree.getResultType().kind())) {
            throw new InvalidExpression("CEL expression output type mismatch: expected string, got "
                    + tree.getResultType().name());
        }
        return new TextExpression(Compiled.of(cel, text, tree));
    }

    /** What it gives. */
    public String evaluate(Variables variables) throws EvaluationFailure {
        if (compiled.evaluate(variables) instanceof String value) {
            return value;
        }
        throw EvaluationFailure.noText(compiled.text());
    }
}
