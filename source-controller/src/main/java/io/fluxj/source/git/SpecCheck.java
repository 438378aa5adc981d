package io.fluxj.source.git;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.GitProvider;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import org.jspecify.annotations.Nullable;

/** Refuses specs that cannot come good by trying again. */
final class SpecCheck {
    private final boolean objectLevelIdentity;

    SpecCheck(boolean objectLevelIdentity) {
        this.objectLevelIdentity = objectLevelIdentity;
    }

    /** What is left undone is said, instead of fetching something else than was asked for. */
    void requireSupported(GitRepository repository) throws Stalled {
        GitRepositorySpec spec = repository.getSpec();
        requireLength(spec.interval(), "spec.interval");
        requireLength(spec.timeout(), "spec.timeout");
        requireProvider(spec);
    }

    /** The API lets lengths of time through that no clock holds. */
    private static void requireLength(@Nullable GoDuration length, String field) throws Stalled {
        if (length == null) {
            return;
        }
        try {
            length.value();
        } catch (IllegalArgumentException unusable) {
            throw stalled(SourceReason.INVALID_SPEC, field + ": " + unusable.getMessage());
        }
    }

    private void requireProvider(GitRepositorySpec spec) throws Stalled {
        if (spec.provider() == null || spec.provider().is(GitProvider.GENERIC)) {
            return;
        }
        if (spec.serviceAccountName() != null && !objectLevelIdentity) {
            throw stalled(CommonReason.FEATURE_GATE_DISABLED, WorkloadIdentityGate.NEEDED);
        }
        if (spec.provider().is(GitProvider.GITHUB) && spec.secretRef() == null) {
            throw stalled(
                    GitReason.INVALID_PROVIDER_CONFIGURATION,
                    "secretRef with github app data must be specified when provider is set to github");
        }
        if (spec.provider().is(GitProvider.GITHUB) && spec.url().startsWith("ssh:")) {
            throw stalled(
                    GitReason.INVALID_PROVIDER_CONFIGURATION,
                    "spec.url must begin with https:// when provider is set to github");
        }
    }

    private static Stalled stalled(Reason reason, String message) {
        return Stalled.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }
}
