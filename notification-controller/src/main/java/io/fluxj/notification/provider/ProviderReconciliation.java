package io.fluxj.notification.provider;

import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import java.time.Duration;

/** Providers are read when events come; they have a finalizer, as in Flux, and no status. Source: conditions-events §1. */
public final class ProviderReconciliation implements Reconciliation<Provider, Void> {
    private static final KindRules<Provider, Void> RULES = KindRules.withoutStatus(
            Provider.class, "notification-controller", provider -> false, provider -> RetryPolicy.backoff());

    @Override
    public KindRules<Provider, Void> rules() {
        return RULES;
    }

    @Override
    public Outcome reconcile(Pass<Provider, Void> pass) {
        return Outcome.unchanged(CommonReason.SUCCEEDED, "read when events come", Duration.ZERO);
    }

    @Override
    public void cleanUp(Pass<Provider, Void> pass) {
        // the finalizer goes, and nothing was behind it
    }

    @Override
    public void forget(Provider provider) {
        // nothing is remembered
    }
}
