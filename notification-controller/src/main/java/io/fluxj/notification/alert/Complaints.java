package io.fluxj.notification.alert;

import io.fluxj.api.notification.v1beta3.Alert;
import java.util.Map;

/** Where users learn of what is wrong with an Alert: Warning events on it. Source: conditions-events §6. */
@FunctionalInterface
public interface Complaints {
    /** Records one. */
    void about(Alert alert, String reason, String message, Map<String, String> annotations);

    /** Records one without annotations. */
    default void about(Alert alert, String reason, String message) {
        about(alert, reason, message, Map.of());
    }
}
