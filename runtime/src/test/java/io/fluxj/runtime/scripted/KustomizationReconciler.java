package io.fluxj.runtime.scripted;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.reconcile.frame.ReconcileFrame;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;

final class KustomizationReconciler implements Reconciler<Kustomization> {
    private final ReconcileFrame<Kustomization, KustomizationStatus> frame;

    KustomizationReconciler(ReconcileFrame<Kustomization, KustomizationStatus> frame) {
        this.frame = frame;
    }

    @Override
    public UpdateControl<Kustomization> reconcile(Kustomization object, Context<Kustomization> context) {
        return frame.reconcile(object, context);
    }
}
