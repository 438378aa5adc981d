package io.fluxj.helmrelease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.helmrelease.options.HelmOptions;
import io.fluxj.runtime.start.ControllerProgram;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line is that of Flux's controller. Source: flags-endpoints §2, §7. */
final class FlagsTest {

    private static HelmOptions parse(String... arguments) {
        return ControllerProgram.parse(HelmController.definition(), arguments);
    }

    @Test
    void defaultsAreThoseOfFlux() {
        HelmOptions options = parse();

        assertThat(options.concurrent()).isEqualTo(4);
        assertThat(options.requeueDependency()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.snapshotDigest()).hasToString("SHA256");
        assertThat(options.artifacts().retries()).isEqualTo(9);
        assertThat(options.memory().percent()).isEqualTo(95);
        assertThat(options.memory().interval()).isEqualTo(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CacheSecretsAndConfigMaps",
                "DirectSourceFetch",
                "DetectDrift",
                "CorrectDrift",
                "AdoptLegacyReleases"
            })
    void saysWhichGatesHaveNoEffect(String gate) {
        assertThat(parse("--feature-gates=" + gate + "=true").withoutEffect())
                .containsExactly("--feature-gates=" + gate + "=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectLevelWorkloadIdentity",
                "DisableConfigWatchers",
                "AdditiveCELDependencyCheck",
                "ExternalArtifact",
                "CancelHealthCheckOnNewRevision",
                "AllowDNSLookups",
                "OOMWatch",
                "DisableChartDigestTracking",
                "UseHelm3Defaults",
                "DefaultToRetryOnFailure",
                "TellUnreadValues"
            })
    void saysNothingOfTheOthers(String gate) {
        assertThat(parse("--feature-gates=" + gate + "=true").withoutEffect()).isEmpty();
    }

    @Test
    void aFlagWithoutEffectIsToldWhenItIsSet() {
        assertThat(parse("--graceful-shutdown-timeout=5m").withoutEffect())
                .containsExactly("--graceful-shutdown-timeout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--oom-watch-memory-threshold=0", "--oom-watch-memory-threshold=101", "--oom-watch-interval=0s"})
    void boundsOfMemoryMustMakeSense(String flag) {
        assertThatThrownBy(() -> parse(flag).memory()).hasMessageContaining(flag.substring(0, flag.indexOf('=')));
    }
}
