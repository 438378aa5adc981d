package io.fluxj.helmrelease;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons that only HelmReleases have; the others are common. Source: conditions-events §5. */
public enum HelmReleaseReason implements Reason {
    INSTALL_SUCCEEDED("InstallSucceeded"),
    INSTALL_FAILED("InstallFailed"),
    UPGRADE_SUCCEEDED("UpgradeSucceeded"),
    UPGRADE_FAILED("UpgradeFailed"),
    UNINSTALL_SUCCEEDED("UninstallSucceeded"),
    UNINSTALL_FAILED("UninstallFailed"),
    ROLLBACK_SUCCEEDED("RollbackSucceeded"),
    ROLLBACK_FAILED("RollbackFailed"),
    PENDING_RELEASE("PendingRelease"),
    AWAITING_TESTS("AwaitingTests"),
    TEST_SUCCEEDED("TestSucceeded"),
    TEST_FAILED("TestFailed"),
    DRIFT_DETECTED("DriftDetected"),
    NO_DRIFT_DETECTED("NoDriftDetected"),
    DRIFT_CORRECTED("DriftCorrected"),
    DRIFT_CORRECTION_FAILED("DriftCorrectionFailed"),
    SOURCE_NOT_READY("SourceNotReady"),
    VALUES_ERROR("ValuesError"),
    CHART_MUTATE_ERROR("ChartMutateError"),
    REST_CLIENT_ERROR("RESTClientError"),
    STATE_ERROR("StateError"),
    RECONCILE_ERROR("ReconcileError"),
    RETRIES_EXCEEDED("RetriesExceeded"),
    MISSING_ROLLBACK_TARGET("MissingRollbackTarget"),
    /** What would be done was found out, and is not done. An addition of ours. */
    PLANNED("Planned"),
    PLAN_FAILED("PlanFailed"),
    /** Something in the spec is probably not what was meant. An addition of ours. */
    DOUBTFUL_VALUES("DoubtfulValues");

    private final String text;

    HelmReleaseReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
