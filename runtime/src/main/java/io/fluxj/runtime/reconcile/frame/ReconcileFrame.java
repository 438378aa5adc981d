package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.runtime.metrics.StepMetrics;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Does for every kind what every kind needs; one per kind. Never throws: whatever goes wrong with one object becomes its conditions and the time of its
 * next pass.
 */
public final class ReconcileFrame<R extends CustomResource<?, S>, S> {
    private final Reconciliation<R, S> reconciliation;
    private final KindState<R> state;
    private final PassRunner<R, S> runner;
    private final PassMeter meter;
    private final StepMetrics steps;
    private final Predicate<R> suspended;

    /** A frame around {@code reconciliation}. */
    public ReconcileFrame(Reconciliation<R, S> reconciliation, FrameParts parts, KindState<R> state) {
        this.reconciliation = reconciliation;
        this.state = state;
        this.runner = new PassRunner<>(reconciliation, parts, state);
        this.meter = state.meter();
        this.steps = parts.metrics().steps();
        this.suspended = reconciliation.rules().suspended();
        state.triggers().passAlsoAt((after, before) -> suspended.test(after) != suspended.test(before));
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
        state.forget(id);
        meter.forget(object);
        reconciliation.forget(object);
    }

    /** How many objects this keeps something of, for each thing it keeps. */
    public List<Integer> kept() {
        return Stream.concat(Stream.of(runner.failing()), state.kept().stream()).toList();
    }

    /** Empty when there is nothing to do, since the object went while it waited for the permit, or since the process stops. */
    private Optional<Ending.Next> work(R object, Context<R> context) {
        ResourceID id = ResourceID.fromResource(object);
        long queued = meter.queued();
        // the triggers listen before the object is read, so that a newer one that comes in between ends the pass
        try (Permit permit = Permit.take(state.permits(), object.getMetadata().getNamespace());
                Triggers.Begun begun = state.triggers().begin(id)) {
            Optional<R> current =
                    context.getPrimaryCache().get(id).map(state.newest()::of).filter(ReconcileFrame::hasWork);
            if (current.isEmpty()) {
                meter.skipped(queued);
                return Optional.empty();
            }
            Ending.Next next = run(current.get(), permit, begun.newer(), queued);
            context.getPrimaryCache().get(id).ifPresent(state.newest()::watched);
            return Optional.of(next);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Ending.Next run(R object, Permit permit, Newer newer, long queued) {
        String reconcileId = ReconcileIds.next();
        long began = meter.started(queued);
        try (PassLog _ = PassLog.about(object, reconcileId)) {
            WorkingPass.PassRun run = new WorkingPass.PassRun(reconcileId, permit, state.transfers(), newer, steps);
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

    private static Optional<Duration> delay(Ending.Next next) {
        return switch (next) {
            case Ending.After after -> Optional.of(after.delay().isPositive() ? after.delay() : Duration.ofMillis(1));
            case Ending.Never never -> Optional.empty();
        };
    }
}
