package io.fluxj.notification.delivery;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What became of events. */
final class DeliveryMetrics {
    private static final double NANOS = 1e9;

    private final Counter dropped;
    private final Histogram delivered;

    DeliveryMetrics(PrometheusRegistry registry) {
        dropped = Counter.builder()
                .name("fluxj_notification_dropped_total")
                .help("Events that were not sent, by why: inbox_full, provider_full.")
                .labelNames("reason")
                .register(registry);
        dropped.initLabelValues("inbox_full");
        dropped.initLabelValues("provider_full");
        delivered = Histogram.builder()
                .name("fluxj_notification_delivery_seconds")
                .help(
                        "How long it took to send events, by the type of the Provider and what came of it: sent, failed, stopped.")
                .classicOnly()
                .labelNames("type", "result")
                .register(registry);
    }

    void dropped(String reason) {
        dropped.labelValues(reason).inc();
    }

    void delivered(String type, String result, long nanos) {
        delivered.labelValues(type, result).observe(nanos / NANOS);
    }
}
