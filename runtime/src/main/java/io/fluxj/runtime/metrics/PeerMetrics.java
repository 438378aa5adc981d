package io.fluxj.runtime.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Which other controllers prove who they are. Whoever counts sees to it that there are few names. */
public final class PeerMetrics {
    private final Counter served;
    private final Counter called;

    PeerMetrics(PrometheusRegistry registry) {
        this.served = Counter.builder()
                .name("fluxj_peer_requests_total")
                .help(
                        "Requests of other controllers, by the server that took them, who sent them, how they proved it, and whether they were admitted.")
                .labelNames("server", "peer", "proof", "admitted")
                .register(registry);
        this.called = Counter.builder()
                .name("fluxj_peer_calls_total")
                .help("Requests to other controllers, by whom they went to and how that proved who it is.")
                .labelNames("peer", "proof")
                .register(registry);
    }

    /** Counts a request that was taken. */
    public void served(String server, String peer, String proof, boolean admitted) {
        served.labelValues(server, peer, proof, Boolean.toString(admitted)).inc();
    }

    /** Counts a request that was sent. */
    public void called(String peer, String proof) {
        called.labelValues(peer, proof).inc();
    }
}
