package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KindStateTest {
    /** A process that does not lead has no frame yet, and is scraped all the same. */
    @Test
    void theMetricsOfAKindAreThereBeforeItsFirstPass() throws Exception {
        ControllerMetrics metrics = new ControllerMetrics(new PrometheusRegistry());

        new KindState<>(GitRepository.class, 3, metrics);

        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, metrics.registry().scrape());
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("controller_runtime_max_concurrent_reconciles{controller=\"gitrepository\"} 3.0\n")
                .contains("controller_runtime_active_workers{controller=\"gitrepository\"} 0.0\n");
    }
}
