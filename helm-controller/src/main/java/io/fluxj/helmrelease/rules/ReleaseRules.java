package io.fluxj.helmrelease.rules;

import io.fluxj.api.helm.v2.ActionStrategy;
import io.fluxj.api.helm.v2.FailureStrategy;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.Install;
import io.fluxj.api.helm.v2.InstallRemediation;
import io.fluxj.api.helm.v2.ReleaseAction;
import io.fluxj.api.helm.v2.RemediationStrategy;
import io.fluxj.api.helm.v2.Test;
import io.fluxj.api.helm.v2.Upgrade;
import io.fluxj.api.helm.v2.UpgradeRemediation;
import io.fluxj.api.meta.GoDuration;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a spec says, with the defaults filled in. Source: behaviour §3.
 *
 * @param spec as it is written
 * @param policy what counts for all releases
 */
public record ReleaseRules(HelmReleaseSpec spec, ReleasePolicy policy) {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final int HISTORY = 5;

    /** Longest time of a step of an action that says nothing else. */
    public Duration timeout(@Nullable GoDuration own) {
        if (own != null) {
            return own.value();
        }
        return spec.timeout() == null ? TIMEOUT : spec.timeout().value();
    }

    /** How many revisions Helm keeps; 0 for all. */
    public int maxHistory() {
        return spec.maxHistory() == null ? HISTORY : Math.toIntExact(spec.maxHistory());
    }

    /** Whether tests are run. */
    public boolean tests() {
        return spec.test() != null && Boolean.TRUE.equals(spec.test().enable());
    }

    /** Whether a failed test is no failure, unless remediation says otherwise. */
    public boolean ignoresTests() {
        Test test = spec.test();
        return test != null && Boolean.TRUE.equals(test.ignoreFailures());
    }

    /** What becomes of failed installs. */
    public Remediation ofInstall() {
        Install install = spec.install();
        InstallRemediation given = install == null ? null : install.remediation();
        if (given == null) {
            return new Remediation(ReleaseAction.INSTALL, 0, RemediationStrategy.UNINSTALL, ignoresTests(), false);
        }
        return new Remediation(
                ReleaseAction.INSTALL,
                Objects.requireNonNullElse(given.retries(), 0L),
                RemediationStrategy.UNINSTALL,
                Objects.requireNonNullElse(given.ignoreTestFailures(), ignoresTests()),
                Objects.requireNonNullElse(given.remediateLastFailure(), false));
    }

    /** What becomes of failed upgrades. */
    public Remediation ofUpgrade() {
        Upgrade upgrade = spec.upgrade();
        UpgradeRemediation given = upgrade == null ? null : upgrade.remediation();
        if (given == null) {
            return new Remediation(ReleaseAction.UPGRADE, 0, RemediationStrategy.ROLLBACK, ignoresTests(), false);
        }
        long retries = Objects.requireNonNullElse(given.retries(), 0L);
        return new Remediation(
                ReleaseAction.UPGRADE,
                retries,
                given.strategy() == null
                        ? RemediationStrategy.ROLLBACK
                        : given.strategy().known().orElse(RemediationStrategy.ROLLBACK),
                Objects.requireNonNullElse(given.ignoreTestFailures(), ignoresTests()),
                Objects.requireNonNullElse(given.remediateLastFailure(), retries > 0));
    }

    /** What becomes of failures of the action that was tried last; empty when none was. */
    public Optional<Remediation> active(HelmReleaseStatus status) {
        return lastAction(status).map(action -> switch (action) {
            case INSTALL -> ofInstall();
            case UPGRADE -> ofUpgrade();
        });
    }

    /** When what failed is tried again as it is; empty where remediation cleans up instead. */
    public Optional<Duration> retry(HelmReleaseStatus status) {
        return lastAction(status).flatMap(action -> switch (action) {
            case INSTALL -> retry(spec.install() == null ? null : spec.install().strategy());
            case UPGRADE -> retry(spec.upgrade() == null ? null : spec.upgrade().strategy());
        });
    }

    private Optional<Duration> retry(@Nullable ActionStrategy strategy) {
        boolean retries =
                strategy == null ? policy.retriesByDefault() : strategy.name().is(FailureStrategy.RETRY_ON_FAILURE);
        if (!retries) {
            return Optional.empty();
        }
        GoDuration interval = strategy == null ? null : strategy.retryInterval();
        return Optional.of(interval == null ? RETRY : interval.value());
    }

    private static Optional<ReleaseAction> lastAction(HelmReleaseStatus status) {
        return status.lastAttemptedReleaseAction() == null
                ? Optional.empty()
                : status.lastAttemptedReleaseAction().known();
    }

    /** Whether a failed test of what was tried last is no failure. */
    public boolean ignoresTests(HelmReleaseStatus status) {
        return active(status).map(Remediation::ignoresTests).orElse(ignoresTests());
    }
}
