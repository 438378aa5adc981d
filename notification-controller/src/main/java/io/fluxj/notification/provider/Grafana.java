package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;

/** Annotations in Grafana. */
final class Grafana {
    private Grafana() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI address = Address.require("Grafana URL", settings.address());
        return Posting.always(
                notification -> Alertmanager.authorized(Request.post(address, annotation(notification)), settings));
    }

    private static ObjectNode annotation(Notification notification) {
        ArrayNode tags = Json.array("flux", notification.controller());
        notification.metadata().forEach((key, value) -> tags.add(tag(key) + ": " + tag(value)));
        tags.add("kind: " + notification.object().kind());
        tags.add("name: " + notification.object().name());
        tags.add("namespace: " + notification.object().namespace());
        long when = notification.event().time().orElse(Instant.EPOCH).getEpochSecond();
        return Json.object("when", when, "text", notification.title(), "tags", tags);
    }

    private static String tag(String text) {
        return text.replace(':', '|');
    }
}
