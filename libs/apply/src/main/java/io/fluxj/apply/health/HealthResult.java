package io.fluxj.apply.health;

import io.fluxj.apply.ObjectRef;
import java.util.List;

/** How a wait ended. */
public sealed interface HealthResult {

    /** All objects are current. */
    record Healthy() implements HealthResult {}

    /**
     * Objects have failed.
     *
     * @param message {@code failed early due to stalled resources: [...]}
     */
    record Failed(String message, List<ObjectHealth> objects) implements HealthResult {}

    /**
     * The time was over.
     *
     * @param message {@code timeout waiting for: [...]}
     */
    record TimedOut(String message, List<ObjectHealth> objects) implements HealthResult {}

    /**
     * The signal fired.
     *
     * @param reason as it was given to the signal
     */
    record Cancelled(String reason) implements HealthResult {}

    /** An object and how far it had come. */
    record ObjectHealth(ObjectRef ref, Health health) {}
}
