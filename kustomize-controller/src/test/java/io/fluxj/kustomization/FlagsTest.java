package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.kustomization.options.Gate;
import io.fluxj.kustomization.options.KustomizeOptions;
import io.fluxj.runtime.options.FeatureGates;
import io.fluxj.runtime.start.ControllerProgram;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line is that of Flux's controller. Source: flags-endpoints §1, §2, §7. */
final class FlagsTest {

    private static KustomizeOptions parse(String... arguments) {
        return ControllerProgram.parse(KustomizeController.definition(), arguments);
    }

    @Test
    void theArgumentsOfFluxsDeploymentAreUnderstood() {
        KustomizeOptions options = parse(
                "--events-addr=http://notification-controller.flux-system.svc.cluster.local./",
                "--watch-all-namespaces",
                "--log-level=info",
                "--log-encoding=json",
                "--enable-leader-election");

        assertThat(options.shared().watch().allNamespaces()).isTrue();
        assertThat(options.shared().leaderElection().enabled()).isTrue();
        assertThat(options.shared().endpoints().events())
                .isEqualTo("http://notification-controller.flux-system.svc.cluster.local./");
    }

    @Test
    void defaultsAreThoseOfFlux() {
        KustomizeOptions options = parse();

        assertThat(options.concurrent()).isEqualTo(4);
        assertThat(options.apply().concurrentSsa()).isEqualTo(4);
        assertThat(options.apply().overrideManagers()).isEmpty();
        assertThat(options.apply().customStageKinds()).isEmpty();
        assertThat(options.requeueDependency()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.noRemoteBases()).isFalse();
        assertThat(options.allowPrivateRemoteBases()).isFalse();
        assertThat(options.longestRemoteFile()).isEqualTo(16 << 20);
        assertThat(options.artifacts().retries()).isEqualTo(9);
        assertThat(options.acl().noCrossNamespaceRefs()).isFalse();
        assertThat(options.tenancy().defaultServiceAccount()).isEmpty();
        assertThat(options.shared().endpoints().metrics()).isEqualTo(":8080");
        assertThat(options.shared().endpoints().health()).isEqualTo(":9440");
        assertThat(options.shared().endpoints().events()).isEmpty();
        assertThat(options.shared().jitter().percentage()).isEqualTo(5);
        assertThat(options.shared().watch().configsLabelSelector()).isEqualTo("reconcile.fluxcd.io/watch=Enabled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--kube-api-qps=20.5",
                "--kube-api-burst=100",
                "--log-encoding=console",
                "--log-level=trace",
                "--leader-election-release-on-cancel=false",
                "--leader-election-lease-duration=1m",
                "--leader-election-renew-deadline=50s",
                "--leader-election-retry-period=10s",
                "--min-retry-delay=1s",
                "--max-retry-delay=1h30m",
                "--feature-gates=StrictPostBuildSubstitutions=false,GroupChangeLog=true",
                "--watch-label-selector=!sharding.fluxcd.io/key",
                "--watch-configs-label-selector=",
                "--interval-jitter-percentage=0",
                "--no-cross-namespace-refs",
                "--no-cross-namespace-refs=true",
                "--insecure-kubeconfig-exec",
                "--insecure-kubeconfig-tls=true",
                "--token-cache-max-size=0",
                "--token-cache-max-duration=30m",
                "--default-service-account=robot",
                "--default-kubeconfig-service-account=robot",
                "--default-decryption-service-account=robot",
                "--metrics-addr=:9000",
                "--health-addr=0.0.0.0:9441",
                "--concurrent=20",
                "--concurrent-ssa=10",
                "--requeue-dependency=5s",
                "--no-remote-bases=true",
                "--remote-file-max-bytes=1024",
                "--http-retry=0",
                "--sops-age-secret=sops-age",
                "--sops-vault-configmap=sops-vault",
                "--override-manager=argocd",
                "--custom-apply-stage-kinds=cilium.io/CiliumNetworkPolicy,/ConfigMap"
            })
    void knowsEveryFlag(String flag) {
        assertThat(parse(flag)).isNotNull();
        int equals = flag.indexOf('=');
        if (equals > 0 && !flag.endsWith("=true") && !flag.endsWith("=false") && !flag.endsWith("=")) {
            assertThat(parse(flag.substring(0, equals), flag.substring(equals + 1)))
                    .isNotNull();
        }
    }

    @Test
    void saysWhichGatesHaveNoEffect() {
        assertThat(parse().withoutEffect()).isEmpty();
        assertThat(parse("--feature-gates=DirectSourceFetch=true,DisableStatusPollerCache=false,GroupChangeLog=true")
                        .withoutEffect())
                .containsExactly(
                        "--feature-gates=DirectSourceFetch=true", "--feature-gates=DisableStatusPollerCache=false");
    }

    @Test
    void aManagerToOverrideMayBeGivenSeveralTimes() {
        assertThat(parse("--override-manager=argocd", "--override-manager=helm")
                        .apply()
                        .overrideManagers())
                .containsExactly("argocd", "helm");
    }

    @ParameterizedTest
    @CsvSource({
        "CacheSecretsAndConfigMaps,false",
        "ObjectLevelWorkloadIdentity,false",
        "DisableConfigWatchers,false",
        "AdditiveCELDependencyCheck,false",
        "ExternalArtifact,false",
        "DirectSourceFetch,false",
        "DisableStatusPollerCache,true",
        "DisableFailFastBehavior,false",
        "StrictPostBuildSubstitutions,true",
        "GroupChangeLog,false",
        "CancelHealthCheckOnNewRevision,false",
        "MigrateAPIVersion,false",
        "CorrectDriftAtOnce,true",
        "SkipSopsMac,false"
    })
    void everyGateHasTheDefaultOfFluxAndCanBeTurned(String gate, boolean byDefault) {
        assertThat(FeatureGates.defaults(Gate.values())).containsEntry(gate, byDefault);
        assertThat(parse("--feature-gates=" + gate + "=" + !byDefault)
                        .shared()
                        .features()
                        .enabled(gate))
                .isEqualTo(!byDefault);
    }

    @Test
    void refusesWhatFluxRefuses() {
        assertThatThrownBy(() -> parse("--feature-gates=NoSuchGate=true")).hasMessageContaining("NoSuchGate");
        assertThatThrownBy(() -> parse("--no-such-flag")).hasMessageContaining("--no-such-flag");
        assertThatThrownBy(() -> parse("--requeue-dependency=soon")).hasMessageContaining("--requeue-dependency");
    }
}
