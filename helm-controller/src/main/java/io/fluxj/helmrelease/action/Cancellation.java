package io.fluxj.helmrelease.action;

import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Superseded;

/** Something newer came while an action waited: that is nobody's failure, and the next pass goes on from what is stored. */
record Cancellation(ReleaseSite site) {

    Superseded superseded() {
        String trigger = site.target().waits().cancel().reason().orElse("the end of this process");
        String message = "New reconciliation triggered by " + trigger;
        site.conditions().markFalse(ConditionType.READY, CommonReason.HEALTH_CHECK_CANCELED, message);
        return Superseded.by(trigger)
                .announcing(Severity.INFO, "Health checks canceled due to new reconciliation triggered by " + trigger);
    }
}
