package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.api.model.HasMetadata;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A step in a recording of the JVM's flight recorder; costs nothing while there is none. */
@Name("io.fluxj.Step")
@Label("Step of a pass")
@Category("Fluxj")
@StackTrace(false)
final class StepSpan extends Event implements AutoCloseable {
    @Label("Object")
    final String object;

    @Label("Step")
    final String step;

    @Label("Reconcile id")
    final String reconcileId;

    private StepSpan(HasMetadata object, String step, String reconcileId) {
        this.object = object.getKind() + "/" + object.getMetadata().getNamespace() + "/"
                + object.getMetadata().getName();
        this.step = step;
        this.reconcileId = reconcileId;
    }

    static StepSpan begin(HasMetadata object, String step, String reconcileId) {
        StepSpan span = new StepSpan(object, step, reconcileId);
        span.begin();
        return span;
    }

    @Override
    public void close() {
        commit();
    }
}
