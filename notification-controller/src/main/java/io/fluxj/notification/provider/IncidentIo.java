package io.fluxj.notification.provider;

import io.fluxj.notification.event.EventJson;
import java.net.URI;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** incident.io. Source: flux-2.10 §3.1. */
final class IncidentIo {
    private IncidentIo() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI address = Address.require("incident.io alert source URL", settings.address());
        if (settings.token().isEmpty()) {
            throw new DeliveryFailure("empty incident.io API token");
        }
        return new Posting(
                notification -> notification.isProgress()
                        ? Optional.empty()
                        : Optional.of(
                                request(address, notification).with("Authorization", "Bearer " + settings.token())),
                (request, reply) -> Optional.empty());
    }

    private static Request request(URI address, Notification notification) {
        SortedMap<String, String> metadata = new TreeMap<>(notification.metadata());
        metadata.put("severity", notification.event().severity());
        metadata.put("reason", notification.event().reason());
        metadata.put("reportingController", notification.controller());
        return Request.post(
                address,
                Json.object(
                        "title",
                                notification.title() + ": "
                                        + notification.event().reason(),
                        "status", notification.isError() ? "firing" : "resolved",
                        "deduplication_key", notification.object().uid(),
                        "description", notification.message(),
                        "metadata", EventJson.object(metadata)));
    }
}
