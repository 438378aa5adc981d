package io.fluxj.source.chart;

import io.fluxj.api.source.v1.ChartVerification;
import io.fluxj.api.source.v1.HelmChartSpec;
import io.fluxj.api.source.v1.SignatureProvider;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.artifact.TimeFields;

/** Refuses specs that this controller cannot act on. */
final class SpecCheck {
    private SpecCheck() {}

    static void requireUsable(HelmChartSpec spec) throws Stalled {
        TimeFields.requireUsable("spec.interval", spec.interval());
        if (spec.verify() != null) {
            requireKeys(spec.verify());
        }
    }

    /** What cannot be verified is not taken. */
    private static void requireKeys(ChartVerification verify) throws Stalled {
        if (verify.provider().is(SignatureProvider.COSIGN) && verify.secretRef() == null) {
            throw unsupported("spec.verify without secretRef, which is keyless verification,");
        }
    }

    private static Stalled unsupported(String what) {
        return Stalled.of(
                        SourceReason.UNSUPPORTED_FEATURE,
                        what + " is not supported by this version of the controller; sign with a cosign key and name a"
                                + " secret with its public key (NAME.pub) in spec.verify.secretRef")
                .marking(SourceCondition.FETCH_FAILED);
    }
}
