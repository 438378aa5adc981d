package io.fluxj.watcher.generator;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons that ArtifactGenerators alone have. Source: conditions-events §9. */
enum GeneratorReason implements Reason {
    SOURCE_FETCH_FAILED("SourceFetchFailed"),
    VALIDATION_FAILED("ValidationFailed"),
    RECONCILIATION_DISABLED("ReconciliationDisabled"),
    OWNERSHIP_CONFLICT("OwnershipConflict"),
    /** Of events that tell what was made. */
    READY("Ready");

    private final String text;

    GeneratorReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
