package io.fluxj.notification.alert;

import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.AlertStatus;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import java.time.Duration;
import java.util.Map;

/** Alerts are read when events come; all that is done for one is to take off what old versions put on. Source: conditions-events §1. */
public final class AlertReconciliation implements Reconciliation<Alert, AlertStatus> {
    private static final KindRules<Alert, AlertStatus> RULES = KindRules.withForeignStatus(
            Alert.class, AlertStatus.class, "notification-controller", alert -> false, alert -> RetryPolicy.backoff());

    @Override
    public KindRules<Alert, AlertStatus> rules() {
        return RULES;
    }

    @Override
    public boolean isStatic(Alert alert) {
        return true;
    }

    @Override
    public Outcome reconcile(Pass<Alert, AlertStatus> pass) {
        return Outcome.unchanged(CommonReason.SUCCEEDED, "read when events come", Duration.ZERO);
    }

    @Override
    public void cleanUp(Pass<Alert, AlertStatus> pass) {
        pass.emit(
                Severity.INFO,
                AlertReason.MIGRATION,
                "removed finalizer from Alert to migrate to static Alert",
                Map.of());
    }

    @Override
    public void forget(Alert alert) {
        // nothing is remembered
    }
}
