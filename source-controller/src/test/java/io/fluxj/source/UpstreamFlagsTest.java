package io.fluxj.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.source.helm.index.IndexPlaces;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

/** Deployments written for Flux's source-controller start this one. Source: flags-endpoints §1, §2, §7. */
class UpstreamFlagsTest {
    /** Every flag that Flux's source-controller has, with its default. */
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
            "--feature-gates=CacheSecretsAndConfigMaps=false,ObjectLevelWorkloadIdentity=false",
            "--watch-all-namespaces=true",
            "--watch-label-selector=",
            "--watch-configs-label-selector=reconcile.fluxcd.io/watch=Enabled",
            "--interval-jitter-percentage=5",
            "--token-cache-max-size=100",
            "--token-cache-max-duration=1h",
            "--storage-path=/data",
            "--storage-addr=:9090",
            "--storage-adv-addr=",
            "--artifact-retention-ttl=1m",
            "--artifact-retention-records=2",
            "--artifact-digest-algo=sha256",
            "--default-service-account=",
            "--metrics-addr=:8080",
            "--events-addr=",
            "--health-addr=:9440",
            "--concurrent=2",
            "--requeue-dependency=30s",
            "--helm-index-max-size=52428800",
            "--helm-chart-max-size=10485760",
            "--helm-chart-file-max-size=5242880",
            "--helm-cache-max-size=0",
            "--helm-cache-ttl=15m",
            "--helm-cache-purge-interval=1m",
            "--ssh-kex-algos=",
            "--ssh-hostkey-algos=");

    @TempDir
    Path work;

    private static SourceControllerOptions parse(String... arguments) {
        return ControllerProgram.parse(new SourceController(), arguments);
    }

    @Test
    void haveTheSameNamesAndDefaults() {
        SourceControllerOptions given = parse(ALL.toArray(String[]::new));
        SourceControllerOptions none = parse();

        assertThat(none.shared())
                .usingRecursiveComparison()
                .ignoringFields("features.command") // the parser itself
                .isEqualTo(given.shared());
        assertThat(none.artifacts()).usingRecursiveComparison().isEqualTo(given.artifacts());
        assertThat(none.concurrent()).isEqualTo(given.concurrent());
        assertThat(none.requeueDependency()).isEqualTo(given.requeueDependency());
        assertThat(none.ssh().keyExchange())
                .isEqualTo(given.ssh().keyExchange())
                .isEmpty();
        assertThat(none.ssh().hostKey()).isEqualTo(given.ssh().hostKey()).isEmpty();
    }

    /** The arguments of Flux's own Deployment, and those that guides add to it. */
    @Test
    void takeTheArgumentsOfFluxsDeployment() {
        SourceControllerOptions options = parse(
                "--events-addr=http://notification-controller.flux-system.svc.cluster.local./",
                "--watch-all-namespaces",
                "--log-level=info",
                "--log-encoding=json",
                "--enable-leader-election",
                "--storage-path=/data",
                "--storage-adv-addr=source-controller.flux-system.svc.cluster.local.",
                "--helm-cache-max-size=10",
                "--helm-cache-ttl=60m",
                "--helm-cache-purge-interval=5m",
                "--concurrent=10",
                "--requeue-dependency=5s",
                "--ssh-kex-algos=curve25519-sha256,ecdh-sha2-nistp256",
                "--artifact-retention-ttl=2h");
        SharedOptions shared = options.shared();

        assertThat(shared.watch().allNamespaces()).isTrue();
        assertThat(shared.leaderElection().enabled()).isTrue();
        assertThat(options.artifacts().advertised()).isEqualTo("source-controller.flux-system.svc.cluster.local.");
        assertThat(options.artifacts().retentionTtl()).isEqualTo(Duration.ofHours(2));
        assertThat(options.ssh().keyExchange()).containsExactly("curve25519-sha256", "ecdh-sha2-nistp256");
        assertThat(options.helm().cache())
                .isEqualTo(new IndexPlaces.Bounds(10, Duration.ofHours(1), Duration.ofMinutes(5)));
    }

    @Test
    void refuseWhatIsNoNumber() {
        assertThatThrownBy(() -> parse("--helm-index-max-size=many")).isInstanceOf(ParameterException.class);
    }

    @ClusterTest
    void letNoObjectUseAnAccountWhileTheGateIsShut(KubeCluster cluster) {
        SourceController definition = new SourceController();
        SourceControllerOptions options = parse(
                "--storage-path=" + work, "--default-service-account=tenant", "--metrics-addr=0", "--health-addr=0");

        assertThatThrownBy(() -> ControllerProgram.start(
                        definition, options, cluster.client(), Map.of("RUNTIME_NAMESPACE", cluster.namespace())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ObjectLevelWorkloadIdentity");
    }
}
