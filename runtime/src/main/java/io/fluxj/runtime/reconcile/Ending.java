package io.fluxj.runtime.reconcile;

import io.fluxj.runtime.metrics.PassResult;

/**
 * How a pass ended.
 *
 * @param next when to look again
 * @param result for the metrics
 * @param stalled whether nothing but a change of the object helps
 * @param panicked whether it ended by an exception that nobody expected
 */
record Ending(Next next, PassResult result, boolean stalled, boolean panicked) {
    static Ending of(Next next, PassResult result) {
        return new Ending(next, result, false, false);
    }

    Ending withPanic() {
        return new Ending(next, result, stalled, true);
    }
}
