package io.fluxj.runtime.reconcile.frame;

import io.fluxj.runtime.metrics.PassResult;

/**
 * How a pass ended.
 *
 * @param next when to look again
 * @param result for the metrics
 * @param failed whether the object fails now; one that waits for another does not
 * @param stalled whether nothing but a change of the object helps
 * @param panicked whether it ended by an exception that nobody expected
 */
record Ending(Next next, PassResult result, boolean failed, boolean stalled, boolean panicked) {
    static Ending of(Next next, PassResult result) {
        return new Ending(next, result, result == PassResult.ERROR, false, false);
    }

    /** Of an object that fails, whatever the result is called. */
    static Ending failed(Next next, PassResult result) {
        return new Ending(next, result, true, false, false);
    }

    Ending withPanic() {
        return new Ending(next, result, true, stalled, true);
    }
}
