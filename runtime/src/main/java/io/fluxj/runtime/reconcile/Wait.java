package io.fluxj.runtime.reconcile;

/** Something that blocks until it has a result; ended by an interrupt when the process stops. */
@FunctionalInterface
public interface Wait<T, E extends Exception> {
    /** Blocks. */
    T await() throws E, InterruptedException;
}
