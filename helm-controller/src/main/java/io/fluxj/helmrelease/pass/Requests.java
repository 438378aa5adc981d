package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.runtime.reconcile.Pass;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What annotations ask for once. Source: conditions-events §11. */
record Requests(Pass<HelmRelease, HelmReleaseStatus> pass) {

    private static final String REQUESTED = "reconcile.fluxcd.io/requestedAt";
    private static final String FORCE = "reconcile.fluxcd.io/forceAt";
    private static final String RESET = "reconcile.fluxcd.io/resetAt";

    /** Whether one install or upgrade is asked for; from now on it was handled. */
    boolean force() {
        boolean asked = isNew(FORCE, pass.status().lastHandledForceAt());
        if (has(FORCE)) {
            pass.update(status -> status.withLastHandledForceAt(value(FORCE)));
        }
        return asked;
    }

    /** Whether failures are to be forgotten; from now on it was handled. */
    boolean reset() {
        boolean asked = isNew(RESET, pass.status().lastHandledResetAt());
        if (has(RESET)) {
            pass.update(status -> status.withLastHandledResetAt(value(RESET)));
        }
        return asked;
    }

    /** It counts only beside a request for a pass with the same value, of which neither was handled. */
    private boolean isNew(String annotation, @Nullable String handled) {
        HelmReleaseStatus before = pass.object().getStatus();
        String passHandled = before == null ? "" : Objects.requireNonNullElse(before.lastHandledReconcileAt(), "");
        return has(annotation)
                && value(annotation).equals(value(REQUESTED))
                && !value(annotation).equals(handled)
                && !value(REQUESTED).equals(passHandled);
    }

    private boolean has(String annotation) {
        return annotations().containsKey(annotation);
    }

    private String value(String annotation) {
        return annotations().getOrDefault(annotation, "");
    }

    private Map<String, String> annotations() {
        Map<String, String> annotations = pass.object().getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }
}
