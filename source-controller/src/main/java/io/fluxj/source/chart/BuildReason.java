package io.fluxj.source.chart;

import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.source.artifact.SourceCondition;

/** Why a chart cannot be built. Source: conditions-events §3, behaviour §1.6. */
enum BuildReason implements Reason {
    REFERENCE("InvalidChartReference", "invalid chart reference", SourceCondition.FETCH_FAILED, true),
    PULL("ChartPullError", "chart pull error", SourceCondition.FETCH_FAILED, false),
    METADATA("MetadataPatchError", "chart metadata patch error", ChartCondition.BUILD_FAILED, true),
    VALUES("ValuesFilesError", "values files merge error", ChartCondition.BUILD_FAILED, true),
    DEPENDENCY("DependencyBuildError", "dependency build error", ChartCondition.BUILD_FAILED, false),
    PACKAGE("ChartPackageError", "chart package error", ChartCondition.BUILD_FAILED, false),
    VERIFICATION("ChartVerificationError", "chart verification error", ChartCondition.BUILD_FAILED, false),
    UNKNOWN("Unknown", "unknown build error", SourceCondition.FETCH_FAILED, false);

    private final String text;
    private final String summary;
    private final String condition;
    private final boolean lasting;

    BuildReason(String text, String summary, String condition, boolean lasting) {
        this.text = text;
        this.summary = summary;
        this.condition = condition;
        this.lasting = lasting;
    }

    @Override
    public String text() {
        return text;
    }

    /** How messages of it begin. */
    String summary() {
        return summary;
    }

    /** The condition that it marks. */
    String condition() {
        return condition;
    }

    /** Whether only another spec, or another source, helps. */
    boolean isLasting() {
        return lasting;
    }
}
