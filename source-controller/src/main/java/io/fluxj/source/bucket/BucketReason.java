package io.fluxj.source.bucket;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons that Bucket has besides those of all sources. Source: conditions-events §3. */
enum BucketReason implements Reason {
    BUCKET_OPERATION_FAILED("BucketOperationFailed"),
    INVALID_STS_CONFIGURATION("InvalidSTSConfiguration");

    private final String text;

    BucketReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
