package io.fluxj.source.oci;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons that OCIRepository has besides those of all sources. Source: conditions-events §3. */
enum OciReason implements Reason {
    PULL_FAILED("OCIArtifactPullFailed"),
    LAYER_OPERATION_FAILED("OCIArtifactLayerOperationFailed"),
    VERIFICATION_ERROR("VerificationError"),
    ARTIFACT_UP_TO_DATE("ArtifactUpToDate"),
    /** The spec asks for what this controller cannot do; Flux has no such reason. */
    UNSUPPORTED_FEATURE("UnsupportedFeature");

    private final String text;

    OciReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
