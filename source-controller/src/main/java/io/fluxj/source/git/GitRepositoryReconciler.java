package io.fluxj.source.git;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.reconcile.frame.ReconcileFrame;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;

/** Where JOSDK hands over GitRepositories. */
public final class GitRepositoryReconciler implements Reconciler<GitRepository> {
    private final ReconcileFrame<GitRepository, GitRepositoryStatus> frame;

    /** Hands over to a frame. */
    public GitRepositoryReconciler(ReconcileFrame<GitRepository, GitRepositoryStatus> frame) {
        this.frame = frame;
    }

    @Override
    public UpdateControl<GitRepository> reconcile(GitRepository repository, Context<GitRepository> context) {
        return frame.reconcile(repository, context);
    }
}
