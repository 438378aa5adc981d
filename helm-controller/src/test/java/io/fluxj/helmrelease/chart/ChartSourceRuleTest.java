package io.fluxj.helmrelease.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.ExternalArtifactStatus;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.source.ResolvedSource;
import io.fluxj.runtime.source.Source;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.SourcePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Charts that an ExternalArtifact offers. Source: behaviour §3.2, flags-endpoints §7. */
class ChartSourceRuleTest {
    private static final SourceName NAME = new SourceName("ExternalArtifact", "apps", "chart");
    private static final Artifact ARTIFACT = Artifact.builder()
            .path("externalartifact/apps/chart/1.tar.gz")
            .url("http://source-watcher/externalartifact/apps/chart/1.tar.gz")
            .revision("latest@sha256:00")
            .digest("sha256:00")
            .lastUpdateTime(Instant.EPOCH)
            .build();

    private static ResolvedSource resolve(ExternalArtifactStatus status, boolean gate) throws Failure {
        ExternalArtifact object = new ExternalArtifact();
        object.getMetadata().setNamespace("apps");
        object.getMetadata().setName("chart");
        object.getMetadata().setGeneration(7L);
        object.setStatus(status);
        HelmRelease user = new HelmRelease();
        user.getMetadata().setNamespace("apps");
        return new ChartSourceRule(
                        name -> Optional.of(new Source(object)), new SourcePolicy(false, gate, Duration.ofSeconds(30)))
                .resolve(user, NAME, Duration.ofSeconds(30));
    }

    @Test
    void areUsedOnceTheyAreThereWhateverItsConditionsSay() throws Failure {
        ResolvedSource source =
                resolve(ExternalArtifactStatus.builder().artifact(ARTIFACT).build(), true);

        assertThat(source.artifact()).isEqualTo(ARTIFACT);
    }

    @Test
    void areWaitedFor() {
        assertThatExceptionOfType(Waiting.class)
                .isThrownBy(() -> resolve(ExternalArtifactStatus.builder().build(), true))
                .withMessage("ExternalArtifact 'apps/chart' is not ready: does not have an artifact");
    }

    @Test
    void needTheirGate() {
        assertThatExceptionOfType(Stalled.class)
                .isThrownBy(() -> resolve(
                        ExternalArtifactStatus.builder().artifact(ARTIFACT).build(), false))
                .withMessage("can't access 'ExternalArtifact/apps/chart', ExternalArtifact feature gate is disabled");
    }
}
