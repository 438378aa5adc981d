package io.fluxj.source.chart;

import io.fluxj.api.source.v1.ArtifactVerification;
import io.fluxj.api.source.v1.ChartVerification;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartStatus;
import io.fluxj.oci.signature.ArtifactVerifier;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.signature.Verdict;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.signature.Verifiers;
import java.util.List;

/** Finds out whose signature a chart must have. */
record SignatureStep(Verifiers verifiers) {
    /** For charts of which nobody wants to know. */
    static final ArtifactVerifier UNASKED = (registry, repository, digest) -> new Verdict(false, List.of());

    /** A check that failed is made again. */
    static void forgetFailure(Pass<HelmChart, HelmChartStatus> pass) {
        boolean unwanted = pass.object().getSpec().verify() == null;
        if (unwanted || pass.conditions().isFalse(SourceCondition.SOURCE_VERIFIED)) {
            pass.conditions().clear(SourceCondition.SOURCE_VERIFIED);
        }
    }

    ArtifactVerifier trusted(Pass<HelmChart, HelmChartStatus> pass) throws Retryable {
        ChartVerification wanted = pass.object().getSpec().verify();
        if (wanted == null) {
            return UNASKED;
        }
        var object = pass.object().getMetadata();
        try {
            return verifiers.of(object.getNamespace(), object.getName(), asOfArtifacts(wanted));
        } catch (UnverifiedException unusable) {
            String message = "failed to verify the signature using provider '"
                    + wanted.provider().text() + "': " + unusable.message();
            pass.conditions().markFalse(SourceCondition.SOURCE_VERIFIED, SourceReason.VERIFICATION_ERROR, message);
            throw BuildFailures.unknown(pass, SourceReason.VERIFICATION_ERROR, message, unusable);
        }
    }

    private static ArtifactVerification asOfArtifacts(ChartVerification wanted) {
        return ArtifactVerification.builder()
                .provider(wanted.provider())
                .secretRef(wanted.secretRef())
                .matchOIDCIdentity(wanted.matchOIDCIdentity())
                .build();
    }
}
