package io.fluxj.runtime.apply;

import io.fluxj.apply.CancelSignal;
import io.fluxj.apply.Waits;
import io.fluxj.runtime.reconcile.Pass;

/** Lets others work while a pass waits for the cluster. */
public record PassWaits(Pass<?, ?> pass, CancelSignal cancel) implements Waits {

    /** Until something newer comes. */
    public static PassWaits of(Pass<?, ?> pass) {
        CancelSignal cancel = new CancelSignal();
        var _ = pass.superseded().thenAccept(cancel::fire);
        return new PassWaits(pass, cancel);
    }

    /** To the end, whatever comes. */
    public static PassWaits toTheEnd(Pass<?, ?> pass) {
        return new PassWaits(pass, CancelSignal.never());
    }

    @Override
    public <T> T during(Blocking<T> wait) throws InterruptedException {
        return pass.<T, RuntimeException>waiting(wait::await);
    }
}
