package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/** Datadog, at the API of the address's host. */
final class Datadog implements Service {
    private final URI address;
    private final String key;

    private Datadog(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    static Service of(Settings settings) throws DeliveryFailure {
        if (settings.token().isEmpty()) {
            throw new DeliveryFailure("token cannot be empty");
        }
        URI server = Address.parse(settings.address(), "failed to parse address: ", "");
        return new Datadog(Address.at(server, "/api/v1/events"), settings.token());
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        Request request = Request.post(address, event(notification))
                .with("Accept", "application/json")
                .with("DD-API-KEY", key);
        try {
            Reply reply = line.once(request);
            if (!reply.isOk()) {
                throw new DeliveryFailure(StatusText.of(reply.status()));
            }
        } catch (DeliveryFailure failed) {
            throw failed.within("failed to post event to DataDog");
        }
    }

    private static ObjectNode event(Notification notification) {
        ArrayNode tags = Json.array(
                tag("flux_reporting_controller", notification.controller()),
                tag("flux_reason", notification.event().reason()),
                tag("kube_kind", notification.object().kind()),
                tag("kube_name", notification.object().name()),
                tag("kube_namespace", notification.object().namespace()));
        notification.metadata().forEach((key, value) -> tags.add(tag(key, value)));
        String title = "Events from the " + notification.object().kind() + " "
                + notification.object().name() + "/" + notification.object().namespace();
        return Json.object(
                "alert_type",
                notification.isError() ? "error" : "info",
                "date_happened",
                notification.event().time().orElse(Instant.EPOCH).getEpochSecond(),
                "source_type_name",
                "fluxcd",
                "tags",
                tags,
                "text",
                notification.message(),
                "title",
                title);
    }

    private static String tag(String key, String value) {
        return (key + ":" + value).toLowerCase(Locale.ROOT);
    }
}
