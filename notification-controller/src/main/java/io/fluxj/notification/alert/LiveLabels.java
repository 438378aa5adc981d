package io.fluxj.notification.alert;

import io.fluxj.notification.event.Involved;
import java.util.Map;
import java.util.Optional;

/** The labels that objects have in the cluster now. */
@FunctionalInterface
public interface LiveLabels {
    /** The labels of an object; empty when it cannot be read. */
    Optional<Map<String, String>> of(Involved object);
}
