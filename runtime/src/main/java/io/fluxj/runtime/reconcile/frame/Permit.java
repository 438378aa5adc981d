package io.fluxj.runtime.reconcile.frame;

import io.fluxj.runtime.reconcile.Wait;

/** The right of one pass to work; belongs to the pass's thread. */
final class Permit implements AutoCloseable {
    private final WorkPermits permits;
    private final String namespace;
    private boolean held;

    private Permit(WorkPermits permits, String namespace) {
        this.permits = permits;
        this.namespace = namespace;
    }

    static Permit take(WorkPermits permits, String namespace) throws InterruptedException {
        Permit permit = new Permit(permits, namespace);
        permit.take();
        return permit;
    }

    private void take() throws InterruptedException {
        permits.take(namespace);
        held = true;
    }

    String namespace() {
        return namespace;
    }

    /** Lets others work while {@code wait} blocks. */
    <T, E extends Exception> T without(Wait<T, E> wait) throws E, InterruptedException {
        if (!held) {
            return permits.waiting(wait);
        }
        close();
        boolean stopping = false;
        try {
            return permits.waiting(wait);
        } catch (InterruptedException stop) {
            stopping = true;
            throw stop;
        } finally {
            if (!stopping) {
                take();
            }
        }
    }

    @Override
    public void close() {
        if (held) {
            held = false;
            permits.giveBack(namespace);
        }
    }
}
