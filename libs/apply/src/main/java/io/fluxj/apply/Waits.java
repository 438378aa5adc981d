package io.fluxj.apply;

/**
 * How whoever applies objects blocks while it waits for them: to become ready, to be gone, to be served. Every wait goes through
 * this, on the thread that called; what is waited for costs nothing, so the caller may let others work meanwhile.
 */
public interface Waits {

    /**
     * Runs the wait, which blocks, and returns what it returns.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    <T> T during(Blocking<T> wait) throws InterruptedException;

    /** Ends every wait early when what is waited for is of no use any more. */
    CancelSignal cancel();

    /** Simply blocks, to the end. */
    static Waits plain() {
        return until(CancelSignal.never());
    }

    /** Simply blocks, until the signal fires. */
    static Waits until(CancelSignal signal) {
        return new PlainWaits(signal);
    }

    /** What blocks. */
    @FunctionalInterface
    interface Blocking<T> {
        /** Blocks and returns what came of it. */
        T await() throws InterruptedException;
    }
}
