package io.fluxj.runtime.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The metrics of one controller process. Source: flags-endpoints §5. */
public final class ControllerMetrics {
    private final PrometheusMeterRegistry registry;

    /** Records into {@code registry}. */
    public ControllerMetrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** For meters of the controller's own. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }
}
