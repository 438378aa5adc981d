package io.fluxj.runtime.reconcile;

import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

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

    /**
     * A frame around {@code reconciliation}.
     *
     * @param permits shared by all objects of the kind
     */
    public ReconcileFrame(Reconciliation<R, S> reconciliation, FrameParts parts, WorkPermits permits) {
        this.permits = permits;
        this.triggers = new Triggers<>(permits);
        this.runner = new PassRunner<>(reconciliation, parts, newest);
        this.meter =
                new PassMeter(parts.metrics().passes(), reconciliation.rules().kind(), permits.total());
        triggers.observe((after, before) -> newest.watched(after));
    }

    /** One pass. */
    public UpdateControl<R> reconcile(R object, Context<R> context) {
        Optional<Next> next = work(object, context, runner::reconcile);
        return next.flatMap(ReconcileFrame::delay)
                .map(delay -> UpdateControl.<R>noUpdate().rescheduleAfter(delay))
                .orElseGet(UpdateControl::noUpdate);
    }

    /** One try to clean up before the finalizer goes. */
    public DeleteControl cleanup(R object, Context<R> context) {
        Optional<Next> next = work(object, context, runner::cleanUp);
        boolean done = next.filter(Next.Never.class::isInstance).isPresent();
        if (done) {
            meter.forget(object);
            return DeleteControl.defaultDelete();
        }
        DeleteControl keep = DeleteControl.noFinalizerRemoval();
        return next.flatMap(ReconcileFrame::delay).map(keep::rescheduleAfter).orElse(keep);
    }

    /** What starts passes and ends them early. */
    public Triggers<R> triggers() {
        return triggers;
    }

    /** Empty when there was nothing to do, since the object changed its state while waiting for the permit, or the process stops. */
    private Optional<Next> work(R object, Context<R> context, BiFunction<R, WorkingPass.PassRun, Ending> body) {
        ResourceID id = ResourceID.fromResource(object);
        long queued = meter.queued();
        try (Permit permit = Permit.take(permits)) {
            Optional<R> current = context.getPrimaryCache().get(id).map(newest::of);
            if (current.isEmpty() || isDeleting(current.get()) != isDeleting(object)) {
                meter.skipped(queued);
                return Optional.empty();
            }
            Next next = run(id, current.get(), permit, queued, body);
            context.getPrimaryCache().get(id).ifPresent(newest::watched);
            return Optional.of(next);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Next run(
            ResourceID id, R object, Permit permit, long queued, BiFunction<R, WorkingPass.PassRun, Ending> body) {
        CompletableFuture<String> superseded = triggers.begin(id);
        String reconcileId = ReconcileIds.next();
        long started = meter.started(queued);
        try (PassLog _ = PassLog.about(object, reconcileId)) {
            Ending ending = body.apply(object, new WorkingPass.PassRun(reconcileId, permit, superseded));
            meter.ended(object, started, ending);
            return ending.next();
        } finally {
            triggers.end(id, superseded);
        }
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
