package io.fluxj.notification.receiver;

import io.fluxj.notification.NotificationOptions;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.http.Routes;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.KindController;
import java.util.List;
import java.util.Map;

/**
 * What the controller has to do with Receivers.
 *
 * @param hooks answers webhooks, in every replica
 * @param kinds reconciled by the replica that leads
 */
public record Receivers(HttpHandler hooks, List<KindController<?>> kinds) {
    public Receivers {
        kinds = List.copyOf(kinds);
    }

    /** Makes them; what is opened goes to the environment's resources. */
    public static Receivers of(ControllerEnvironment environment, NotificationOptions options) {
        return new Receivers(new Routes(Map.of()), List.of());
    }
}
