package io.fluxj.runtime.reconcile.frame;

import io.fluxj.runtime.metrics.PassResult;
import java.time.Duration;

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
    /** When an object is looked at again if nothing wakes it before. */
    sealed interface Next {}

    record After(Duration delay) implements Next {}

    record Never() implements Next {}

    /** Only something that wakes the object starts another pass. */
    static Ending never(PassResult result) {
        return of(new Never(), result);
    }

    /** Another pass follows after a time. */
    static Ending after(Duration delay, PassResult result) {
        return of(new After(delay), result);
    }

    private static Ending of(Next next, PassResult result) {
        return new Ending(next, result, result == PassResult.ERROR, false, false);
    }

    /** Of an object that fails, whatever the result is called. */
    Ending withFailure() {
        return new Ending(next, result, true, stalled, panicked);
    }

    Ending withStall() {
        return new Ending(next, result, true, true, panicked);
    }

    Ending withPanic() {
        return new Ending(next, result, true, stalled, true);
    }
}
