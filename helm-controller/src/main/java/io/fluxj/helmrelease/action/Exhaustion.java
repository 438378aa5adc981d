package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseAction;
import io.fluxj.helmrelease.HelmReleaseReason;

/** Something was tried as often as it may be. */
final class Exhaustion {

    private Exhaustion() {}

    static Decision.GiveUp of(ReleaseSite site) {
        HelmReleaseStatus status = site.status();
        long count = site.rules()
                .active(status)
                .map(remediation -> remediation.failures(status))
                .orElse(0L);
        String action = status.lastAttemptedReleaseAction() == null
                ? ReleaseAction.INSTALL.text()
                : status.lastAttemptedReleaseAction().text();
        return new Decision.GiveUp(
                HelmReleaseReason.RETRIES_EXCEEDED, "Failed to %s after %d attempt(s)".formatted(action, count));
    }
}
