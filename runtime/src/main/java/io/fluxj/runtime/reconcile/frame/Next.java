package io.fluxj.runtime.reconcile.frame;

import java.time.Duration;

/** When an object is looked at again if nothing wakes it before. */
sealed interface Next {
    /** After a time. */
    record After(Duration delay) implements Next {}

    /** Only when something wakes it. */
    record Never() implements Next {}
}
