package io.fluxj.gotemplate;

import io.fluxj.gotemplate.BudgetException.Budget;
import io.fluxj.gotemplate.value.Meter;

/** Counts what one run does against its limits. */
final class Meters implements Meter {
    private static final int CHECK_EVERY = 1 << 12;

    private final Limits limits;
    private final long start = System.nanoTime();
    private long steps;
    private long nextCheck;
    private long characters;

    Meters(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    @Override
    public void spend(long count) {
        steps += count;
        if (steps >= nextCheck) {
            check();
        }
    }

    private void check() {
        nextCheck = steps + CHECK_EVERY;
        if (steps > limits.steps()) {
            throw new BudgetException(Budget.STEPS, "templates did more than " + limits.steps() + " steps");
        }
        if (System.nanoTime() - start > limits.time().toNanos()) {
            throw new BudgetException(Budget.TIME, "templates ran longer than " + limits.time());
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new BudgetException(Budget.CANCELLED, "the run of the templates was cancelled");
        }
    }

    @Override
    public void reserve(long count) {
        characters += count;
        if (characters > limits.characters()) {
            throw new BudgetException(
                    Budget.CHARACTERS, "templates made more than " + limits.characters() + " characters of text");
        }
    }

    BudgetException tooDeep() {
        return new BudgetException(
                Budget.DEPTH, "templates execute each other more than " + limits.depth() + " levels deep");
    }
}
