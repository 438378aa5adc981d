package io.fluxj.source.chart;

import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartStatus;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.helm.AccessException;

/** What is said of charts that cannot be built. Of the conditions that tell of it only one holds at a time. */
final class BuildFailures {
    private static final String REFUSED = "failed to authenticate with the Helm repository: ";

    private BuildFailures() {}

    /** The end of a pass that could not build. */
    static Failure of(Pass<HelmChart, HelmChartStatus> pass, BuildFailure failed) {
        BuildReason reason = failed.reason();
        mark(pass, reason, failed.message());
        if (reason == BuildReason.VERIFICATION) {
            pass.conditions()
                    .markFalse(SourceCondition.SOURCE_VERIFIED, SourceReason.VERIFICATION_ERROR, failed.message());
        }
        return reason.isLasting()
                ? Stalled.of(reason, failed.message(), failed)
                : Retryable.of(reason, failed.message(), failed);
    }

    /** The end of a pass that a repository did not let in; what Flux calls it in the condition is not what it calls it in the event. */
    static Failure refused(Pass<HelmChart, HelmChartStatus> pass, BuildFailure failed) {
        return unknown(pass, SourceReason.AUTHENTICATION_FAILED, REFUSED + failed.message(), failed);
    }

    /** The end of a pass that does not know how to get to a repository. */
    static Failure of(Pass<HelmChart, HelmChartStatus> pass, AccessException failed) {
        if (!failed.isLasting()) {
            return unknown(pass, failed.reason(), failed.message(), failed);
        }
        mark(pass, BuildReason.UNKNOWN, BuildReason.UNKNOWN.summary() + ": " + failed.message());
        return Stalled.of(failed.reason(), failed.message(), failed);
    }

    /** The end of a pass for a reason that is none of building. */
    static Retryable unknown(Pass<HelmChart, HelmChartStatus> pass, Reason reason, String message, Exception cause) {
        mark(pass, BuildReason.UNKNOWN, BuildReason.UNKNOWN.summary() + ": " + message);
        return Retryable.of(reason, message, cause);
    }

    private static void mark(Pass<HelmChart, HelmChartStatus> pass, BuildReason reason, String message) {
        pass.conditions().clear(SourceCondition.FETCH_FAILED);
        pass.conditions().clear(ChartCondition.BUILD_FAILED);
        pass.conditions().markTrue(reason.condition(), reason, message);
    }
}
