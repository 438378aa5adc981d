package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.frame.FrameParts;
import io.fluxj.runtime.reconcile.frame.KindState;
import io.fluxj.runtime.reconcile.frame.ReconcileFrame;
import io.fluxj.runtime.reconcile.frame.Triggers;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One kind of a controller: where the operator framework hands its objects over. No {@code Cleaner}, for the frame cleans up.
 *
 * @param <R> the kind
 */
public final class KindController<R extends CustomResource<?, ?>> {
    private final Class<R> resourceType;
    private final Triggers<R> triggers;
    private final Entry<R, ?> entry;

    private KindController(Class<R> resourceType, Triggers<R> triggers, Entry<R, ?> entry) {
        this.resourceType = resourceType;
        this.triggers = triggers;
        this.entry = entry;
    }

    /** A kind whose objects are woken by their own changes only. */
    public static <R extends CustomResource<?, S>, S> KindController<R> of(
            ControllerEnvironment environment, Reconciliation<R, S> reconciliation) {
        return of(environment, reconciliation.rules().resourceType(), own -> new Kind<>(reconciliation, List.of()));
    }

    /**
     * A kind whose objects are woken by others too.
     *
     * @param wiring called once, before the first object comes
     */
    public static <R extends CustomResource<?, S>, S> KindController<R> of(
            ControllerEnvironment environment, Class<R> resourceType, Kind.Wiring<R, S> wiring) {
        KindState<R> state = new KindState<>(resourceType, environment.concurrent(), environment.metrics());
        return new KindController<>(resourceType, state.triggers(), new Entry<>(wiring, environment.frames(), state));
    }

    Class<R> resourceType() {
        return resourceType;
    }

    Reconciler<R> reconciler() {
        return entry;
    }

    Triggers<R> triggers() {
        return triggers;
    }

    /** How many objects something is kept of, for each thing that is kept; nothing of objects that are gone. */
    public List<Integer> kept() {
        return entry.kept();
    }

    /** The operator framework asks for the event sources before it hands over objects, and only then are steps complete that ask them. */
    private static final class Entry<R extends CustomResource<?, S>, S> implements Reconciler<R> {
        private final Kind.Wiring<R, S> wiring;
        private final FrameParts parts;
        private final KindState<R> state;
        private final CompletableFuture<ReconcileFrame<R, S>> frame = new CompletableFuture<>();

        Entry(Kind.Wiring<R, S> wiring, FrameParts parts, KindState<R> state) {
            this.wiring = wiring;
            this.parts = parts;
            this.state = state;
        }

        @Override
        public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
            Kind<R, S> kind = wiring.wire(new KindWatch<>(context, state.triggers()));
            frame.complete(new ReconcileFrame<>(kind.reconciliation(), parts, state));
            return kind.eventSources();
        }

        @Override
        public UpdateControl<R> reconcile(R object, Context<R> context) {
            return frame.join().reconcile(object, context);
        }

        List<Integer> kept() {
            return frame.join().kept();
        }
    }
}
