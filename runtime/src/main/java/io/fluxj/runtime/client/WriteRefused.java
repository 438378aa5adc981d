package io.fluxj.runtime.client;

/** A write was about to be sent by a process that does not hold the lease (any more). */
public final class WriteRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public WriteRefused(String message) {
        super(message);
    }
}
