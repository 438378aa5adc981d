package io.fluxj.runtime.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.java11.instrument.binder.jdk.MicrometerHttpClient;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.http.HttpClient;

/**
 * The metrics of one controller process: Flux's and controller-runtime's own, under the names of the reference, and beside them whatever Micrometer's
 * binders measure. Source: flags-endpoints §5.
 */
public final class ControllerMetrics {
    /** Its name in Prometheus would be that of a metric which every Go program has. */
    private static final String SERVED_ALREADY = "process.start.time";

    private final PrometheusRegistry registry;
    private final PrometheusMeterRegistry meters;
    private final PassMetrics passes;
    private final ObjectMetrics objects;
    private final StepMetrics steps;
    private final Counter requests;
    private final Gauge leading;
    private final Gauge watchesDown;
    private final PeerMetrics peers;

    /** Registers everything in {@code registry}, which must be empty of these names. */
    public ControllerMetrics(PrometheusRegistry registry) {
        this.registry = registry;
        this.passes = new PassMetrics(registry);
        this.objects = new ObjectMetrics(registry);
        this.steps = new StepMetrics(registry);
        this.requests = Counter.builder()
                .name("rest_client_requests_total")
                .help("Number of HTTP requests, partitioned by status code, method, and host.")
                .labelNames("code", "method", "host")
                .register(registry);
        this.leading = Gauge.builder()
                .name("leader_election_master_status")
                .help(
                        "Gauge of if the reporting system is master of the relevant lease, 0 indicates backup, 1 indicates"
                                + " master. 'name' is the string used to identify the lease. Please make sure to group by name.")
                .labelNames("name")
                .register(registry);
        this.watchesDown = Gauge.builder()
                .name("fluxj_watch_down_seconds")
                .help("For how long a watch of this controller has been down; 0 while it is up.")
                .labelNames("watch")
                .register(registry);
        this.peers = new PeerMetrics(registry);
        ProcessMetrics.register(registry);
        this.meters = meters(registry);
    }

    private static PrometheusMeterRegistry meters(PrometheusRegistry registry) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
        meters.config()
                .meterFilter(MeterFilter.denyNameStartsWith(SERVED_ALREADY))
                .meterFilter(new WithoutBuckets());
        return meters;
    }

    /** Sums and counts of libraries will do; the operator framework alone would add seventy series for each kind. */
    private static final class WithoutBuckets implements MeterFilter {
        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            return DistributionStatisticConfig.builder()
                    .percentilesHistogram(false)
                    .build()
                    .merge(config);
        }
    }

    /** Where a controller registers metrics of its own. */
    public PrometheusRegistry registry() {
        return registry;
    }

    /** Where the binders of libraries register what they measure; it is served with the others. */
    public MeterRegistry meters() {
        return meters;
    }

    /** A client that sends with {@code client} and measures its requests, by method and outcome but not by address; closing remains {@code client}'s. */
    public HttpClient metered(HttpClient client) {
        return MicrometerHttpClient.instrumentationBuilder(client, meters).build();
    }

    /** All series as they are served. */
    public byte[] scrape() {
        return GoTextFormat.write(registry.scrape());
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

    /** The metrics of what controllers say to each other. */
    public PeerMetrics peers() {
        return peers;
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
