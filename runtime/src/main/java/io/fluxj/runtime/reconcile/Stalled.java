package io.fluxj.runtime.reconcile;

import io.fluxj.runtime.events.Severity;

/** The object must change before another try makes sense: Stalled=True and no requeue. */
public final class Stalled extends Failure {
    private static final long serialVersionUID = 1L;

    private static final String TERMINAL = "Reconciliation failed terminally due to configuration error: ";

    private final boolean observing;

    private Stalled(Details details, boolean observing) {
        super(details);
        this.observing = observing;
    }

    /** A stall that warns with its message. */
    public static Stalled of(Reason reason, String message) {
        return new Stalled(Details.of(reason, message, null, Severity.ERROR), false);
    }

    /** As {@link #of(Reason, String)}, with what led to it. */
    public static Stalled of(Reason reason, String message, Throwable cause) {
        return new Stalled(Details.of(reason, message, cause, Severity.ERROR), false);
    }

    /** A stall because of what only the author of the spec can mend, in Flux's words; it observes the generation. */
    public static Stalled terminal(Reason reason, String why) {
        return of(reason, TERMINAL + why).observingGeneration();
    }

    /** The same, which also marks the abnormal-true condition {@code type} True. */
    public Stalled marking(String type) {
        return new Stalled(details().marking(type), observing);
    }

    /** The same without an event. */
    public Stalled quietly() {
        return new Stalled(details().announcing(null, null), observing);
    }

    /** The same with an event of its own wording. */
    public Stalled announcing(Severity severity, String message) {
        return new Stalled(details().announcing(severity, message), observing);
    }

    /** The same, which moves {@code status.observedGeneration} where the kind's rules would not. */
    public Stalled observingGeneration() {
        return new Stalled(details(), true);
    }

    /** Whether this moves {@code status.observedGeneration} where the kind's rules would not. */
    public boolean observesGeneration() {
        return observing;
    }
}
