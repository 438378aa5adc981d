package io.fluxj.source.chart;

import io.fluxj.helm.HelmException;
import io.fluxj.source.chart.repository.RepositoryException;
import org.jspecify.annotations.Nullable;

/** A chart that cannot be built; the message is Flux's. */
final class BuildFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final BuildReason reason;

    BuildFailure(BuildReason reason, String why, @Nullable Throwable cause) {
        super(reason.summary() + ": " + why, cause);
        this.reason = reason;
    }

    static BuildFailure of(BuildReason reason, HelmException unfit) {
        return new BuildFailure(reason, words(unfit), unfit);
    }

    static BuildFailure of(BuildReason reason, String doing, RepositoryException failed) {
        return new BuildFailure(reason, doing + ": " + failed.message(), failed);
    }

    /** With what Flux does not say: what to do. */
    private static String words(HelmException unfit) {
        String advice = unfit.diagnosis().advice();
        return unfit.getMessage() + (advice.isEmpty() ? "" : " (" + advice + ")");
    }

    BuildReason reason() {
        return reason;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
