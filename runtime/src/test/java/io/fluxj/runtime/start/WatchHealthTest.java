package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.runtime.metrics.ControllerMetrics;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchHealthTest {
    private static final String WATCH = "kustomization/git-repositories";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final WatchHealth health = new WatchHealth(new ControllerMetrics(registry));

    private static long seconds(long seconds) {
        return seconds * 1_000_000_000;
    }

    private void see(long second, boolean up) {
        health.see(Map.of(WATCH, up, "kustomization/other", true), seconds(second));
    }

    private String scraped() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(body, registry.scrape());
        return body.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aShortOutageIsBornInSilence() throws IOException {
        see(0, false);
        see(60, false);

        assertThat(health.complaints(seconds(60))).isEmpty();
        assertThat(scraped()).contains("fluxj_watch_down_seconds{watch=\"" + WATCH + "\"} 60.0");
    }

    @Test
    void aMinuteIsTooLong() {
        see(0, false);
        see(61, false);

        assertThat(health.complaints(seconds(75))).containsExactly("the watch " + WATCH + " has been down for 75s");
    }

    @Test
    void oneThatComesAndGoesIsDown() {
        for (int second = 0; second <= 70; second += 4) {
            see(second, false);
            see(second + 2, true);
        }

        assertThat(health.complaints(seconds(72))).hasSize(1);
    }

    @Test
    void itIsUpAgainWhenItStaysUp() throws IOException {
        see(0, false);
        see(70, false);
        see(72, true);
        see(81, true);

        assertThat(health.complaints(seconds(81))).isEmpty();
        assertThat(scraped()).contains("fluxj_watch_down_seconds{watch=\"" + WATCH + "\"} 0.0");
    }
}
