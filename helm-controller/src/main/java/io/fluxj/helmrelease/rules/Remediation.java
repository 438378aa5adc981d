package io.fluxj.helmrelease.rules;

import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseAction;
import io.fluxj.api.helm.v2.RemediationStrategy;
import java.util.Objects;

/**
 * What becomes of failures of an action. Source: behaviour §3.5.
 *
 * @param action whose failures these are
 * @param retries how often to try again; below 0 without end
 * @param strategy how to clean up
 * @param ignoresTests whether a failed test is no failure
 * @param remediatesLast whether to clean up also when nothing is tried any more
 */
public record Remediation(
        ReleaseAction action,
        long retries,
        RemediationStrategy strategy,
        boolean ignoresTests,
        boolean remediatesLast) {

    /** How often the action failed. */
    public long failures(HelmReleaseStatus status) {
        Long count =
                switch (action) {
                    case INSTALL -> status.installFailures();
                    case UPGRADE -> status.upgradeFailures();
                };
        return Objects.requireNonNullElse(count, 0L);
    }

    /** The status with one failure more. */
    public HelmReleaseStatus counted(HelmReleaseStatus status) {
        long count = failures(status) + 1;
        return switch (action) {
            case INSTALL -> status.withInstallFailures(count);
            case UPGRADE -> status.withUpgradeFailures(count);
        };
    }

    /** Whether it failed more often than it may. */
    public boolean isExhausted(HelmReleaseStatus status) {
        return retries >= 0 && failures(status) > retries;
    }
}
