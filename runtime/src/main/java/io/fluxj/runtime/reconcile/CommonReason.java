package io.fluxj.runtime.reconcile;

/** Reasons that more than one kind uses. Source: conditions-events §2. */
public enum CommonReason implements Reason {
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    PROGRESSING("Progressing"),
    PROGRESSING_WITH_RETRY("ProgressingWithRetry"),
    SUSPENDED("Suspended"),
    DEPENDENCY_NOT_READY("DependencyNotReady"),
    INVALID_PATH("InvalidPath"),
    INVALID_URL("InvalidURL"),
    PRUNE_FAILED("PruneFailed"),
    ARTIFACT_FAILED("ArtifactFailed"),
    BUILD_FAILED("BuildFailed"),
    HEALTH_CHECK_FAILED("HealthCheckFailed"),
    HEALTH_CHECK_CANCELED("HealthCheckCanceled"),
    RECONCILIATION_SUCCEEDED("ReconciliationSucceeded"),
    RECONCILIATION_FAILED("ReconciliationFailed"),
    INVALID_CEL_EXPRESSION("InvalidCELExpression"),
    FEATURE_GATE_DISABLED("FeatureGateDisabled"),
    ACCESS_DENIED("AccessDenied"),
    /** A field has a value that the CRD lets through but nobody can act on. */
    INVALID_SPEC("InvalidSpec");

    private final String text;

    CommonReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
