package io.fluxj.runtime.reconcile.frame;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of passes, for the logs only: they need not be unguessable, and must not cost a read of the system's randomness. */
final class ReconcileIds {
    private ReconcileIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
