package io.fluxj.runtime.reconcile;

/** One step of a pass: from what the last one returned to what the next one needs. */
@FunctionalInterface
public interface Step<T, E extends Exception> {
    /** Takes the step. */
    T take() throws E, InterruptedException;

    /** A step whose result is what it did. */
    @FunctionalInterface
    interface Action<E extends Exception> {
        /** Takes the step. */
        void take() throws E, InterruptedException;
    }
}
