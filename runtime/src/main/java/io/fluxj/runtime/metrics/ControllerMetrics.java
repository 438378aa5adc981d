package io.fluxj.runtime.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** The metrics of one controller process, under the names of the reference. Source: flags-endpoints §5. */
public final class ControllerMetrics {
    private final PrometheusRegistry registry;
    private final PassMetrics passes;
    private final ObjectMetrics objects;
    private final StepMetrics steps;
    private final Counter requests;
    private final Gauge leading;
    private final Gauge watchesDown;

    /** Registers everything in {@code registry}, which must be empty of these names. */
    public ControllerMetrics(PrometheusRegistry registry) {
        this.registry = registry;
        this.passes = new PassMetrics(registry);
        this.objects = new ObjectMetrics(registry);
        this.steps = new StepMetrics(registry);
        this.requests = Counter.builder()
                .name("rest_client_requests_total")
                .help("Requests to the Kubernetes API by status code, method and host.")
                .labelNames("code", "method", "host")
                .register(registry);
        this.leading = Gauge.builder()
                .name("leader_election_master_status")
                .help("1 while this process holds the lease.")
                .labelNames("name")
                .register(registry);
        this.watchesDown = Gauge.builder()
                .name("fluxj_watch_down_seconds")
                .help("For how long a watch of this controller has been down; 0 while it is up.")
                .labelNames("watch")
                .register(registry);
        ProcessMetrics.register(registry);
    }

    /** Where a controller registers metrics of its own. */
    public PrometheusRegistry registry() {
        return registry;
    }

    /** The metrics of passes. */
    public PassMetrics passes() {
        return passes;
    }

    /** The metrics of the steps of passes. */
    public StepMetrics steps() {
        return steps;
    }

    /** The metrics of single objects. */
    public ObjectMetrics objects() {
        return objects;
    }

    /**
     * Counts an answer of the API.
     *
     * @param code the status code, or {@code <error>} when there was no answer
     */
    public void requested(String code, String method, String host) {
        requests.labelValues(code, method, host).inc();
    }

    /** Says for how long a watch has been down, 0 while it is up. */
    public void watchDown(String watch, double seconds) {
        watchesDown.labelValues(watch).set(seconds);
    }

    /** Says whether this process holds the lease of that name. */
    public void leads(String lease, boolean holds) {
        leading.labelValues(lease).set(holds ? 1 : 0);
    }
}
