package io.fluxj.runtime.reconcile;

import io.fluxj.runtime.events.Severity;

/** A newer spec, token or source revision came; the next pass starts at once. Quiet unless it announces. */
public final class Superseded extends Failure {
    private static final long serialVersionUID = 1L;

    private final String trigger;

    private Superseded(Details details, String trigger) {
        super(details);
        this.trigger = trigger;
    }

    /**
     * A pass ended early by what {@code trigger} names, {@code Kind/namespace/name}.
     */
    public static Superseded by(String trigger) {
        String message = "New reconciliation triggered by " + trigger;
        return new Superseded(Details.of(CommonReason.HEALTH_CHECK_CANCELED, message, null, null), trigger);
    }

    /** The same with an event of its own wording. */
    public Superseded announcing(Severity severity, String message) {
        return new Superseded(details().announcing(severity, message), trigger);
    }

    /** What came, {@code Kind/namespace/name}. */
    public String trigger() {
        return trigger;
    }
}
