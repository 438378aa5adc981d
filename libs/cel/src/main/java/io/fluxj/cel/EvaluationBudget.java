package io.fluxj.cel;

import dev.cel.common.CelErrorCode;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;

/** Ends an evaluation whose steps or texts grow too large. As much is allowed as to one rule of a CustomResourceDefinition. */
final class EvaluationBudget implements CelEvaluationListener {

    static final int UNITS = 1_000_000;
    static final String EXHAUSTED = "operation cancelled: actual cost limit exceeded";

    private static final int CHARACTERS_PER_UNIT = 10;

    private long spent;

    /** Ends an evaluation. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super(EXHAUSTED, null, false, false);
        }
    }

    @Override
    public void callback(CelExpr step, Object result) {
        spent += 1 + size(result) / CHARACTERS_PER_UNIT;
        if (spent > UNITS) {
            throw new Exceeded();
        }
    }

    private static long size(Object result) {
        return switch (result) {
            case String text -> text.length();
            case Collection<?> all -> all.size();
            case null, default -> 0;
        };
    }

    static boolean exhausted(CelEvaluationException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Exceeded) {
                return true;
            }
        }
        return error.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED;
    }
}
