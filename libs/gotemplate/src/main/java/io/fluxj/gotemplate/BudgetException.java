package io.fluxj.gotemplate;

/** A run went beyond its {@link Limits}, or was cancelled. No template can catch it. */
public final class BudgetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Budget budget;

    /** The bound that was reached. */
    public enum Budget {
        STEPS,
        DEPTH,
        CHARACTERS,
        TIME,
        CANCELLED
    }

    BudgetException(Budget budget, String message) {
        super(message, null, false, false);
        this.budget = budget;
    }

    public Budget budget() {
        return budget;
    }
}
