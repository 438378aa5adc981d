package io.fluxj.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.runtime.start.ControllerProgram;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deployments written for Flux's source-watcher start this one. Source: flags-endpoints §1, §2, §7. */
class UpstreamFlagsTest {
    /** Every flag that Flux's source-watcher has, with its default. */
    private static final List<String> ALL = List.of(
            "--kube-api-qps=50",
            "--kube-api-burst=300",
            "--log-encoding=json",
            "--log-level=info",
            "--enable-leader-election=false",
            "--leader-election-release-on-cancel=true",
            "--leader-election-lease-duration=35s",
            "--leader-election-renew-deadline=30s",
            "--leader-election-retry-period=5s",
            "--min-retry-delay=750ms",
            "--max-retry-delay=15m",
            "--feature-gates=DirectSourceFetch=false",
            "--watch-all-namespaces=true",
            "--watch-label-selector=",
            "--watch-configs-label-selector=reconcile.fluxcd.io/watch=Enabled",
            "--interval-jitter-percentage=5",
            "--no-cross-namespace-refs=false",
            "--storage-path=/data",
            "--storage-addr=:9090",
            "--storage-adv-addr=",
            "--artifact-retention-ttl=1m",
            "--artifact-retention-records=2",
            "--artifact-digest-algo=sha256",
            "--metrics-addr=:8080",
            "--events-addr=",
            "--health-addr=:9440",
            "--concurrent=10",
            "--http-retry=9",
            "--reconciliation-timeout=10m",
            "--requeue-dependency=5s");

    private static SourceWatcherOptions parse(String... arguments) {
        return ControllerProgram.parse(new SourceWatcher(), arguments);
    }

    @Test
    void haveTheSameNamesAndDefaults() {
        SourceWatcherOptions given = parse(ALL.toArray(String[]::new));
        SourceWatcherOptions none = parse();

        assertThat(none)
                .usingRecursiveComparison()
                .ignoringFields("shared.features.command") // the parser itself
                .isEqualTo(given);
    }

    @Test
    void takeTheArgumentsOfFluxsDeployment() {
        SourceWatcherOptions options = parse(
                "--events-addr=http://notification-controller.flux-system.svc.cluster.local./",
                "--watch-all-namespaces",
                "--log-level=info",
                "--log-encoding=json",
                "--enable-leader-election",
                "--storage-path=/data",
                "--storage-adv-addr=source-watcher.flux-system.svc.cluster.local.");

        assertThat(options.shared().leaderElection().enabled()).isTrue();
        assertThat(options.artifacts().advertised()).isEqualTo("source-watcher.flux-system.svc.cluster.local.");
    }
}
