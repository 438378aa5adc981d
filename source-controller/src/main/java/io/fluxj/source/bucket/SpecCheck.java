package io.fluxj.source.bucket;

import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketProvider;
import io.fluxj.api.source.v1.BucketSpec;
import io.fluxj.api.source.v1.BucketTokenProvider;
import io.fluxj.api.source.v1.BucketTokenService;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.TimeFields;

/** Refuses specs that cannot come good by trying again. */
final class SpecCheck {
    private final boolean objectLevelIdentity;

    SpecCheck(boolean objectLevelIdentity) {
        this.objectLevelIdentity = objectLevelIdentity;
    }

    /** What is left undone is said, instead of fetching something else than was asked for. */
    void requireSupported(Bucket bucket) throws Stalled {
        BucketSpec spec = bucket.getSpec();
        TimeFields.requireUsable("spec.interval", spec.interval());
        TimeFields.requireUsable("spec.timeout", spec.timeout());
        if (spec.serviceAccountName() != null && !is(spec, BucketProvider.GENERIC)) {
            requireGate();
        }
        requireTokenService(spec);
    }

    static boolean is(BucketSpec spec, BucketProvider provider) {
        return spec.provider() == null
                ? provider == BucketProvider.GENERIC
                : spec.provider().is(provider);
    }

    private void requireGate() throws Stalled {
        if (!objectLevelIdentity) {
            throw stalled(CommonReason.FEATURE_GATE_DISABLED, WorkloadIdentityGate.NEEDED);
        }
    }

    /** Each of the two providers has the one kind of token service. */
    private static void requireTokenService(BucketSpec spec) throws Stalled {
        BucketTokenService service = spec.sts();
        if (service == null) {
            return;
        }
        boolean aws = is(spec, BucketProvider.AWS);
        BucketTokenProvider wanted = aws ? BucketTokenProvider.AWS : BucketTokenProvider.LDAP;
        if (!service.provider().is(wanted)) {
            throw stalled(
                    BucketReason.INVALID_STS_CONFIGURATION,
                    "STS provider '" + service.provider().text() + "' is not supported for '"
                            + (aws ? "aws" : "generic") + "' bucket provider");
        }
    }

    private static Stalled stalled(Reason reason, String message) {
        return Stalled.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }
}
