package io.fluxj.kustomization;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.kustomization.watch.Watches;
import io.fluxj.runtime.reconcile.frame.ReconcileFrame;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;

/** The entry of the operator framework: what is watched, and a call of the frame. */
final class KustomizationReconciler implements Reconciler<Kustomization> {

    private final ReconcileFrame<Kustomization, KustomizationStatus> frame;
    private final Watches watches;

    KustomizationReconciler(ReconcileFrame<Kustomization, KustomizationStatus> frame, Watches watches) {
        this.frame = frame;
        this.watches = watches;
    }

    @Override
    public List<EventSource<?, Kustomization>> prepareEventSources(EventSourceContext<Kustomization> context) {
        return watches.eventSources(context, frame.triggers());
    }

    @Override
    public UpdateControl<Kustomization> reconcile(Kustomization object, Context<Kustomization> context) {
        return frame.reconcile(object, context);
    }
}
