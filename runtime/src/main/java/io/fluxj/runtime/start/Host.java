package io.fluxj.runtime.start;

import io.fluxj.runtime.artifact.LocalArtifacts;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.metrics.JvmMeters;
import io.fluxj.runtime.options.EndpointOptions;
import java.io.IOException;

/**
 * What the controllers of a process share.
 *
 * @param metrics of all of them
 * @param watches of all of them
 * @param endpoints where metrics and health are served
 * @param artifacts what one of them stores and another reads
 * @param resources closed after the controllers
 * @param lostLease what happens when one of them loses its lease
 */
record Host(
        ControllerMetrics metrics,
        WatchHealth watches,
        Endpoints endpoints,
        LocalArtifacts artifacts,
        Resources resources,
        LostLease lostLease)
        implements AutoCloseable {

    /**
     * Serves the endpoints.
     *
     * @throws IOException when an address cannot be bound
     */
    static Host open(EndpointOptions options, ControllerMetrics metrics, LostLease lostLease) throws IOException {
        WatchHealth watches = new WatchHealth(metrics);
        Endpoints endpoints = Endpoints.open(options, metrics, () -> watches.complaints(System.nanoTime()));
        Resources resources = new Resources();
        resources.keep(endpoints);
        var _ = resources.keep(JvmMeters.bind(metrics.meters()));
        return new Host(metrics, watches, endpoints, new LocalArtifacts(), resources, lostLease);
    }

    @Override
    public void close() {
        resources.close();
    }
}
