package io.fluxj.runtime.reconcile;

import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Does for every kind what every kind needs; one per kind. The JOSDK reconciler of a kind delegates to it. Never throws: whatever goes wrong with one
 * object becomes its conditions and the time of its next pass.
 */
public final class ReconcileFrame<R extends CustomResource<?, S>, S> {
    private final Triggers<R> triggers;
    private final NewestKnown<R> newest = new NewestKnown<>();
    private final WorkPermits permits;
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
        this.triggers = new Triggers<>(permits);
        this.runner = new PassRunner<>(reconciliation, parts, newest);
        this.meter = new PassMeter(parts.metrics(), reconciliation.rules().kind(), permits.total());
        this.suspended = reconciliation.rules().suspended();
        triggers.observe((after, before) -> newest.watched(after));
    }

    /** One pass over the object: brings it nearer to its spec, or cleans up before it goes. */
    public UpdateControl<R> reconcile(R object, Context<R> context) {
        if (context.isPrimaryResourceDeleted()) {
            runner.forget(ResourceID.fromResource(object));
            meter.forget(object);
            return UpdateControl.noUpdate();
        }
        return work(object, context)
                .flatMap(ReconcileFrame::delay)
                .map(delay -> UpdateControl.<R>noUpdate().rescheduleAfter(delay))
                .orElseGet(UpdateControl::noUpdate);
    }

    /** What starts passes and ends them early. */
    public Triggers<R> triggers() {
        return triggers;
    }

    /** Empty when there is nothing to do, since the object went while it waited for the permit, or since the process stops. */
    private Optional<Next> work(R object, Context<R> context) {
        ResourceID id = ResourceID.fromResource(object);
        long queued = meter.queued();
        try (Permit permit = Permit.take(permits)) {
            Optional<R> current = context.getPrimaryCache().get(id).map(newest::of);
            if (current.filter(ReconcileFrame::hasWork).isEmpty()) {
                meter.skipped(queued);
                return Optional.empty();
            }
            Next next = run(id, current.orElseThrow(), permit, queued);
            context.getPrimaryCache().get(id).ifPresent(newest::watched);
            return Optional.of(next);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Next run(ResourceID id, R object, Permit permit, long queued) {
        CompletableFuture<String> superseded = triggers.begin(id);
        String reconcileId = ReconcileIds.next();
        long started = meter.started(queued);
        try (PassLog _ = PassLog.about(object, reconcileId)) {
            WorkingPass.PassRun run = new WorkingPass.PassRun(reconcileId, permit, superseded);
            Ending ending = isDeleting(object) ? runner.cleanUp(object, run) : runner.reconcile(object, run);
            meter.ended(object, suspended.test(object), started, ending);
            return ending.next();
        } finally {
            triggers.end(id, superseded);
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
