package io.fluxj.runtime.options;

import java.time.Duration;
import picocli.CommandLine.Option;

/** {@code --*leader-election*}. Source: flags-endpoints §1. */
public final class LeaderElectionOptions {
    @Option(
            names = "--enable-leader-election",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description = "Work only while holding the lease of this controller.")
    private boolean enabled;

    @Option(
            names = "--leader-election-release-on-cancel",
            arity = "0..1",
            defaultValue = "true",
            fallbackValue = "true",
            description = "Give the lease back when stopping.")
    private boolean releaseOnCancel;

    @Option(
            names = "--leader-election-lease-duration",
            defaultValue = "35s",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long others wait before they take an old lease.")
    private Duration leaseDuration = Duration.ZERO;

    @Option(
            names = "--leader-election-renew-deadline",
            defaultValue = "30s",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long the leader tries to renew before it gives up.")
    private Duration renewDeadline = Duration.ZERO;

    @Option(
            names = "--leader-election-retry-period",
            defaultValue = "5s",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "Time between two tries to take or renew the lease.")
    private Duration retryPeriod = Duration.ZERO;

    /** Whether to elect a leader at all. */
    public boolean enabled() {
        return enabled;
    }

    /** Whether the lease is given back when stopping. */
    public boolean releaseOnCancel() {
        return releaseOnCancel;
    }

    /** How long others wait before they take an old lease. */
    public Duration leaseDuration() {
        return leaseDuration;
    }

    /** How long the leader tries to renew before it gives up. */
    public Duration renewDeadline() {
        return renewDeadline;
    }

    /** Time between two tries. */
    public Duration retryPeriod() {
        return retryPeriod;
    }
}
