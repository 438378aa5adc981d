package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;

/**
 * What a kind consists of once its watches exist.
 *
 * @param reconciliation its steps
 * @param eventSources what wakes its objects, besides their own changes
 */
public record Kind<R extends CustomResource<?, S>, S>(
        Reconciliation<R, S> reconciliation, List<EventSource<?, R>> eventSources) {
    public Kind {
        eventSources = List.copyOf(eventSources);
    }

    /** Makes a kind's watches, and then the steps that ask them. Called once, when the kind's own objects are about to be watched. */
    @FunctionalInterface
    public interface Wiring<R extends CustomResource<?, S>, S> {
        /** The whole kind, complete. */
        Kind<R, S> wire(KindWatch<R> own);
    }
}
