package io.fluxj.runtime.reconcile;

import io.fluxj.runtime.events.Severity;

/** Another try may succeed: the object's retry policy says when. */
public final class Retryable extends Failure {
    private static final long serialVersionUID = 1L;

    private Retryable(Details details) {
        super(details);
    }

    /** A failure that warns with its message. */
    public static Retryable of(Reason reason, String message) {
        return new Retryable(Details.of(reason, message, null, Severity.ERROR));
    }

    /** As {@link #of(Reason, String)}, with what led to it. */
    public static Retryable of(Reason reason, String message, Throwable cause) {
        return new Retryable(Details.of(reason, message, cause, Severity.ERROR));
    }

    /** The same, which also marks the abnormal-true condition {@code type} True. */
    public Retryable marking(String type) {
        return new Retryable(details().marking(type));
    }

    /** The same without an event. */
    public Retryable quietly() {
        return new Retryable(details().announcing(null, null));
    }

    /** The same with an event of its own wording. */
    public Retryable announcing(Severity severity, String message) {
        return new Retryable(details().announcing(severity, message));
    }
}
