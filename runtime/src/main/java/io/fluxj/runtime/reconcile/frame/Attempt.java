package io.fluxj.runtime.reconcile.frame;

import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Retryable;

/** What came of the steps. */
sealed interface Attempt {
    /** They reached their end. */
    record Succeeded(Outcome outcome) implements Attempt {}

    /** They failed in a way they named. */
    record Failed(Failure failure) implements Attempt {}

    /** They failed in a way nobody expected. */
    record Panicked(Retryable failure) implements Attempt {}

    /** The process stops. */
    record Interrupted() implements Attempt {}
}
