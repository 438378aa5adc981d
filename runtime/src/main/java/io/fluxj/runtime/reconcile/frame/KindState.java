package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;

/** What is kept of a kind from pass to pass: there before its watches are, for these are made with its triggers. */
public final class KindState<R extends CustomResource<?, ?>> {
    /** So many passes may talk to slow servers for each one that may work. */
    private static final int TRANSFERS = 8;

    private final WorkPermits permits;
    private final WorkPermits transfers;
    private final NewestKnown<R> newest = new NewestKnown<>();
    private final Overwritten<R> overwritten = new Overwritten<>(System::nanoTime);
    private final Triggers<R> triggers;
    private final PassMeter meter;

    /**
     * Nothing is known of any object yet; the kind's metrics are there at once.
     *
     * @param concurrent how many objects of the kind are worked on at once
     */
    public KindState(Class<R> resourceType, int concurrent, ControllerMetrics metrics) {
        this.permits = WorkPermits.of(concurrent);
        this.transfers = WorkPermits.shared(TRANSFERS * concurrent, TRANSFERS * concurrent / 2);
        this.triggers = new Triggers<>(List.of(permits, transfers), overwritten::asksForPass);
        this.meter = new PassMeter(metrics, HasMetadata.getKind(resourceType), concurrent);
        triggers.observe((after, before) -> newest.watched(after));
    }

    /** What starts passes and ends them early. */
    public Triggers<R> triggers() {
        return triggers;
    }

    PassMeter meter() {
        return meter;
    }

    WorkPermits permits() {
        return permits;
    }

    WorkPermits transfers() {
        return transfers;
    }

    NewestKnown<R> newest() {
        return newest;
    }

    /** A pass ended and left the object so. */
    void left(R object) {
        overwritten.left(object);
    }

    void forget(ResourceID id) {
        newest.forget(id);
        overwritten.forget(id);
    }

    /** How many objects this keeps something of, for each thing it keeps. */
    List<Integer> kept() {
        return List.of(newest.size(), overwritten.size(), triggers.runningPasses());
    }
}
