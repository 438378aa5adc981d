package io.fluxj.cel;

import dev.cel.bundle.Cel;
import dev.cel.common.values.NullValue;

/** A compiled expression that gives anything, for other expressions to use. Serves several threads. */
public final class ValueExpression {

    private final Compiled compiled;

    private ValueExpression(Compiled compiled) {
        this.compiled = compiled;
    }

    static ValueExpression compile(Cel cel, String text) throws InvalidExpression {
        return new ValueExpression(Compiled.of(cel, text, Compiled.strictlyTyped(cel, text)));
    }

    /** What it gives, to be put into {@link Variables#with(String, java.util.Map)}. */
    public Object evaluate(Variables variables) throws EvaluationFailure {
        Object value = compiled.evaluate(variables);
        return value == null ? NullValue.NULL_VALUE : value;
    }
}
