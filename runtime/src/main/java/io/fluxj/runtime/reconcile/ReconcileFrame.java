package io.fluxj.runtime.reconcile;

import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;

/** Does for every kind what every kind needs; one per kind. The JOSDK reconciler of a kind delegates to it. */
@SuppressWarnings("DoNotCallSuggester")
public final class ReconcileFrame<R extends CustomResource<?, S>, S> {
    private final Triggers<R> triggers = new Triggers<>();

    /** A frame around {@code reconciliation}. */
    public ReconcileFrame(Reconciliation<R, S> reconciliation, FrameParts parts, WorkPermits permits) {}

    /** One pass. */
    public UpdateControl<R> reconcile(R object, Context<R> context) {
        throw new UnsupportedOperationException();
    }

    /** One try to clean up before the finalizer goes. */
    public DeleteControl cleanup(R object, Context<R> context) {
        throw new UnsupportedOperationException();
    }

    /** What starts passes and ends them early. */
    public Triggers<R> triggers() {
        return triggers;
    }
}
