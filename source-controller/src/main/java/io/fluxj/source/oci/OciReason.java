package io.fluxj.source.oci;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons that OCIRepository has besides those of all sources. Source: conditions-events §3. */
enum OciReason implements Reason {
    PULL_FAILED("OCIArtifactPullFailed"),
    LAYER_OPERATION_FAILED("OCIArtifactLayerOperationFailed");

    private final String text;

    OciReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
