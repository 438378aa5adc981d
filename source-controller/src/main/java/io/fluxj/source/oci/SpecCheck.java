package io.fluxj.source.oci;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.OCIRepositorySpec;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import org.jspecify.annotations.Nullable;

/** Refuses specs that cannot come good by trying again. */
final class SpecCheck {
    private SpecCheck() {}

    static void requireUsable(OCIRepositorySpec spec) throws Stalled {
        requireLength(spec.interval(), "spec.interval");
        requireLength(spec.timeout(), "spec.timeout");
    }

    /** The API lets lengths of time through that no clock holds. */
    private static void requireLength(@Nullable GoDuration length, String field) throws Stalled {
        if (length == null) {
            return;
        }
        try {
            if (!length.value().isPositive()) {
                throw stalled(SourceReason.INVALID_SPEC, field + " leaves no time: '" + length + "'");
            }
        } catch (IllegalArgumentException unusable) {
            throw stalled(SourceReason.INVALID_SPEC, field + ": " + unusable.getMessage());
        }
    }

    private static Stalled stalled(Reason reason, String message) {
        return Stalled.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }
}
