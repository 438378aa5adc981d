package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.notification.event.EventJson;
import java.net.URI;

/** PagerDuty: an alert for what failed, its end and a change for what succeeded. */
final class PagerDuty implements Service {
    private final URI alerts;
    private final URI changes;
    private final String routingKey;

    private PagerDuty(URI server, String routingKey) {
        this.alerts = Address.at(server, "/v2/enqueue");
        this.changes = Address.at(server, "/v2/change/enqueue");
        this.routingKey = routingKey;
    }

    static Service of(Settings settings) throws DeliveryFailure {
        return new PagerDuty(
                Address.parse(settings.address(), "invalid PagerDuty endpoint URL " + settings.address() + ": '", "'"),
                settings.channel());
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        if (notification.isProgress()) {
            return;
        }
        send("failed sending event", Request.post(alerts, alert(notification)), line);
        if (notification.event().severity().equals("info")) {
            send("failed sending change event", Request.post(changes, change(notification)), line);
        }
    }

    private static void send(String otherwise, Request request, Line line)
            throws DeliveryFailure, InterruptedException {
        try {
            Posting.send(request, line);
        } catch (DeliveryFailure failed) {
            throw failed.within(otherwise);
        }
    }

    private ObjectNode alert(Notification notification) {
        ObjectNode alert =
                Json.object("routing_key", routingKey, "event_action", notification.isError() ? "trigger" : "resolve");
        if (!notification.object().uid().isEmpty()) {
            alert.put("dedup_key", notification.object().uid());
        }
        if (notification.isError()) {
            ObjectNode payload = alert.putObject("payload");
            payload.put("summary", summary(notification));
            payload.put("source", source(notification));
            payload.put("severity", "error");
            payload.put("timestamp", time(notification));
            payload.put("component", notification.object().name());
            payload.put("group", notification.object().kind());
            payload.set("custom_details", details(notification));
        }
        return alert;
    }

    private ObjectNode change(Notification notification) {
        return Json.object(
                "routing_key",
                routingKey,
                "payload",
                Json.object(
                        "summary", summary(notification),
                        "source", source(notification),
                        "timestamp", time(notification),
                        "custom_details", details(notification)));
    }

    private static String summary(Notification notification) {
        return Reasons.words(notification.event().reason()) + ": " + notification.kindInSmallLetters() + "/"
                + notification.object().name();
    }

    private static String source(Notification notification) {
        return "Flux " + notification.controller();
    }

    private static String time(Notification notification) {
        return notification.event().time().map(EventJson::seconds).orElse("0001-01-01T00:00:00Z");
    }

    private static ObjectNode details(Notification notification) {
        ObjectNode details = Json.object("message", notification.message());
        if (!notification.metadata().isEmpty()) {
            details.set("metadata", EventJson.object(notification.metadata()));
        }
        return details;
    }
}
