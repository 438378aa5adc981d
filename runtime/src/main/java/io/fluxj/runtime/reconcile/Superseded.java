package io.fluxj.runtime.reconcile;

import io.fluxj.runtime.events.Severity;

/** A newer spec, token or source revision came; the next pass starts at once. Quiet unless it announces. */
public final class Superseded extends Failure {
    private static final long serialVersionUID = 1L;

    private final String trigger;
    private final boolean inTransfer;

    private Superseded(Details details, String trigger, boolean inTransfer) {
        super(details);
        this.trigger = trigger;
        this.inTransfer = inTransfer;
    }

    /**
     * A pass ended early by what {@code trigger} names, {@code Kind/namespace/name}.
     */
    public static Superseded by(String trigger) {
        return new Superseded(details(trigger), trigger, false);
    }

    /** One that was ended while it waited for another server. */
    public static Superseded inTransfer(String trigger) {
        return new Superseded(details(trigger), trigger, true);
    }

    private static Details details(String trigger) {
        String message = "New reconciliation triggered by " + trigger;
        return Details.of(CommonReason.HEALTH_CHECK_CANCELED, message, null, null);
    }

    /** The same with an event of its own wording. */
    public Superseded announcing(Severity severity, String message) {
        return new Superseded(details().announcing(severity, message), trigger, inTransfer);
    }

    /** Whether it was ended while it waited for another server: of such a pass there is nothing to say. */
    public boolean inTransfer() {
        return inTransfer;
    }

    /** What came, {@code Kind/namespace/name}. */
    public String trigger() {
        return trigger;
    }
}
