package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Does for every kind what every kind needs; one per kind. The JOSDK reconciler of a kind delegates to it. Never throws: whatever goes wrong with one
 * object becomes its conditions and the time of its next pass.
 */
public final class ReconcileFrame<R extends CustomResource<?, S>, S> {
    /** So many passes may talk to slow servers for each one that may work. */
    private static final int TRANSFERS = 8;

    private final Triggers<R> triggers;
    private final NewestKnown<R> newest = new NewestKnown<>();
    private final WorkPermits permits;
    private final WorkPermits transfers;
    private final Overwritten<R> overwritten = new Overwritten<>(System::nanoTime);
    private final Reconciliation<R, S> reconciliation;
    private final PassRunner<R, S> runner;
    private final PassMeter meter;
    private final Predicate<R> suspended;

    /**
     * A frame around {@code reconciliation}.
     *
     * @param permits shared by all objects of the kind
     */
    public ReconcileFrame(Reconciliation<R, S> reconciliation, FrameParts parts, WorkPermits permits) {
        this.permits = permits;
        this.transfers = WorkPermits.shared(TRANSFERS * permits.total(), TRANSFERS * permits.total() / 2);
        this.triggers = new Triggers<>(List.of(permits, transfers), overwritten::asksForPass);
        this.reconciliation = reconciliation;
        this.runner = new PassRunner<>(reconciliation, parts, newest, overwritten);
        this.meter = new PassMeter(parts.metrics(), reconciliation.rules().kind(), permits.total());
        this.suspended = reconciliation.rules().suspended();
        triggers.observe((after, before) -> newest.watched(after));
    }

    /** One pass over the object: brings it nearer to its spec, or cleans up before it goes. */
    public UpdateControl<R> reconcile(R object, Context<R> context) {
        if (context.isPrimaryResourceDeleted()) {
            forget(object);
            return UpdateControl.noUpdate();
        }
        return work(object, context)
                .flatMap(ReconcileFrame::delay)
                .map(delay -> UpdateControl.<R>noUpdate().rescheduleAfter(delay))
                .orElseGet(UpdateControl::noUpdate);
    }

    /** The object is gone, with or without our finalizer: nothing of it is kept. */
    private void forget(R object) {
        ResourceID id = ResourceID.fromResource(object);
        runner.forget(id);
        overwritten.forget(id);
        meter.forget(object);
        reconciliation.forget(object);
    }

    /** How many objects this keeps something of, for each thing it keeps. */
    List<Integer> kept() {
        return List.of(newest.size(), overwritten.size(), runner.failing(), triggers.runningPasses());
    }

    /** What starts passes and ends them early. */
    public Triggers<R> triggers() {
        return triggers;
    }

    /** Empty when there is nothing to do, since the object went while it waited for the permit, or since the process stops. */
    private Optional<Next> work(R object, Context<R> context) {
        ResourceID id = ResourceID.fromResource(object);
        long queued = meter.queued();
        try (Permit permit = Permit.take(permits, object.getMetadata().getNamespace())) {
            // Before the object is read, so that a newer one that comes in between ends the pass.
            Newer newer = triggers.begin(id);
            try {
                return pass(id, context, permit, new Started(newer, queued));
            } finally {
                triggers.end(id, newer);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private record Started(Newer newer, long queued) {}

    private Optional<Next> pass(ResourceID id, Context<R> context, Permit permit, Started started) {
        Optional<R> current = context.getPrimaryCache().get(id).map(newest::of);
        if (current.filter(ReconcileFrame::hasWork).isEmpty()) {
            meter.skipped(started.queued());
            return Optional.empty();
        }
        Next next = run(current.orElseThrow(), permit, started);
        context.getPrimaryCache().get(id).ifPresent(newest::watched);
        return Optional.of(next);
    }

    private Next run(R object, Permit permit, Started started) {
        String reconcileId = ReconcileIds.next();
        long began = meter.started(started.queued());
        try (PassLog _ = PassLog.about(object, reconcileId)) {
            WorkingPass.PassRun run = new WorkingPass.PassRun(reconcileId, permit, transfers, started.newer());
            Ending ending = isDeleting(object) ? runner.cleanUp(object, run) : runner.reconcile(object, run);
            meter.ended(object, suspended.test(object), began, ending);
            return ending.next();
        }
    }

    private static boolean hasWork(CustomResource<?, ?> object) {
        return !isDeleting(object) || Finalizer.isOn(object);
    }

    private static boolean isDeleting(CustomResource<?, ?> object) {
        return object.getMetadata().getDeletionTimestamp() != null;
    }

    private static Optional<Duration> delay(Next next) {
        return switch (next) {
            case Next.After after -> Optional.of(after.delay().isPositive() ? after.delay() : Duration.ofMillis(1));
            case Next.Never never -> Optional.empty();
        };
    }
}
