package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.runtime.reconcile.frame.Triggers;
import io.fluxj.runtime.watch.RunningPasses;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;

/**
 * The watch of a kind's own objects, with which its event sources are made.
 *
 * @param context of the operator framework; its primary cache takes indexes, and does not run yet
 * @param triggers shows updates of the objects, and ends their running passes
 */
public record KindWatch<R extends CustomResource<?, ?>>(EventSourceContext<R> context, Triggers<R> triggers) {
    /** Ends running passes that news comes for. */
    public RunningPasses passes() {
        return triggers::fire;
    }
}
