package io.fluxj.source.helm;

import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositoryStatus;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.source.artifact.SourceCondition;

/** Finds out where to fetch from, and as whom. */
record AccessStep(RepositoryAccess access) {
    IndexSource resolve(Pass<HelmRepository, HelmRepositoryStatus> pass) throws Failure {
        try {
            return access.index(pass.object(), pass::conceal);
        } catch (AccessException failed) {
            throw failure(failed);
        }
    }

    private static Failure failure(AccessException failed) {
        return failed.isLasting()
                ? Stalled.of(failed.reason(), failed.message(), failed).marking(SourceCondition.FETCH_FAILED)
                : Retryable.of(failed.reason(), failed.message(), failed).marking(SourceCondition.FETCH_FAILED);
    }
}
