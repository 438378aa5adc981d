package io.fluxj.runtime.start;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;

/** Hides that a reconciler is a {@code Cleaner}, which JOSDK does not accept where the frame handles the finalizer. */
record OnlyReconciler<R extends HasMetadata>(Reconciler<R> inner) implements Reconciler<R> {
    @Override
    public UpdateControl<R> reconcile(R object, Context<R> context) throws Exception {
        return inner.reconcile(object, context);
    }

    @Override
    public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
        return inner.prepareEventSources(context);
    }

    @Override
    public ErrorStatusUpdateControl<R> updateErrorStatus(R object, Context<R> context, Exception failed) {
        return inner.updateErrorStatus(object, context, failed);
    }
}
