package io.fluxj.runtime.reconcile;

import io.fluxj.runtime.events.Severity;
import java.time.Duration;

/** Something else has to happen first; an event of that object wakes this one, a timer only as a net. Quiet unless it announces. */
public final class Waiting extends Failure {
    private static final long serialVersionUID = 1L;

    private final Duration net;

    private Waiting(Details details, Duration net) {
        super(details);
        this.net = net;
    }

    /** Waits for what the message names, and looks again after {@code net} at the latest. */
    public static Waiting on(Reason reason, String message, Duration net) {
        return new Waiting(Details.of(reason, message, null, null), net);
    }

    /** The same, which also marks the abnormal-true condition {@code type} True. */
    public Waiting marking(String type) {
        return new Waiting(details().marking(type), net);
    }

    /** The same with an event of its own wording. */
    public Waiting announcing(Severity severity, String message) {
        return new Waiting(details().announcing(severity, message), net);
    }

    /** The longest time until the next pass. */
    public Duration net() {
        return net;
    }
}
