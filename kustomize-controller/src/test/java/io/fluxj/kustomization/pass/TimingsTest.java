package io.fluxj.kustomization.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.kustomize.v1.KustomizationSpecBuilder;
import io.fluxj.api.meta.GoDuration;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimingsTest {

    @Test
    void retriesAtTheIntervalUnlessToldOtherwise() {
        assertThat(Timings.retry(spec("10m").build())).isEqualTo(Duration.ofMinutes(10));
        assertThat(Timings.retry(
                        spec("10m").retryInterval(new GoDuration("90s")).build()))
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void timesOutALittleBeforeTheNextPass() {
        assertThat(Timings.timeout(spec("10m").build()))
                .isEqualTo(Duration.ofMinutes(10).minusSeconds(30));
    }

    @Test
    void takesTheTimeoutOfTheSpec() {
        assertThat(Timings.timeout(spec("10m").timeout(new GoDuration("2m")).build()))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void neverTimesOutInLessThanHalfAMinute() {
        assertThat(Timings.timeout(spec("45s").build())).isEqualTo(Duration.ofSeconds(30));
        assertThat(Timings.timeout(spec("10m").timeout(new GoDuration("5s")).build()))
                .isEqualTo(Duration.ofSeconds(30));
    }

    private static KustomizationSpecBuilder spec(String interval) {
        return KustomizationSpec.builder().interval(new GoDuration(interval));
    }
}
