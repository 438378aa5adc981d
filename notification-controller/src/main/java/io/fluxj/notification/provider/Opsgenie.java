package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.notification.event.EventJson;
import java.net.URI;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Opsgenie. */
final class Opsgenie {
    private Opsgenie() {}

    /**
     * Opsgenie.
     *
     * @param aliased whether alerts about the same thing are one alert, as from Flux 2.10 on; source: flux-2.10 §3.1
     */
    static Service of(Settings settings, boolean aliased) throws DeliveryFailure {
        URI address = Address.require("Opsgenie hook URL", settings.address());
        if (settings.token().isEmpty()) {
            throw new DeliveryFailure("empty Opsgenie apikey/token");
        }
        return Posting.always(notification -> {
            ObjectNode alert = alert(notification);
            if (aliased) {
                alert.put("alias", alias(settings.provider(), notification));
            }
            return Request.post(address, alert).with("Authorization", "GenieKey " + settings.token());
        });
    }

    private static ObjectNode alert(Notification notification) {
        SortedMap<String, String> details = new TreeMap<>(notification.metadata());
        details.put("severity", notification.event().severity());
        return Json.object(
                "message",
                        notification.object().kind() + "/"
                                + notification.object().name(),
                "description", notification.message(),
                "details", EventJson.object(details));
    }

    private static String alias(ObjectName provider, Notification notification) {
        String all = String.join(
                "/",
                provider.uid(),
                notification.object().kind(),
                notification.object().namespace(),
                notification.object().name(),
                notification.event().reason());
        return HexFormat.of().formatHex(Hex.sha256(all));
    }
}
