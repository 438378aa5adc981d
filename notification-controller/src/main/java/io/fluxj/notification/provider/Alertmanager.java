package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.notification.event.EventJson;
import io.fluxj.runtime.secret.BasicAuth;
import java.net.URI;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Prometheus Alertmanager. */
final class Alertmanager {
    private static final String SUMMARY = "summary";

    /** Never: what Go's zero time looks like. */
    private static final String NO_TIME = "0001-01-01T00:00:00Z";

    private Alertmanager() {}

    static Service of(Settings settings) throws DeliveryFailure {
        URI address = Address.require("Alertmanager URL", settings.address());
        return Posting.always(
                notification -> authorized(Request.post(address, Json.array(alert(notification))), settings));
    }

    /** With the token, else with name and password, if there are any. */
    static Request authorized(Request request, Settings settings) {
        Settings.Credentials credentials = settings.credentials();
        if (!credentials.token().isEmpty()) {
            return request.with("Authorization", "Bearer " + credentials.token());
        }
        return credentials.isBasic()
                ? request.with("Authorization", new BasicAuth(credentials.username(), credentials.password()).header())
                : request;
    }

    private static ObjectNode alert(Notification notification) {
        SortedMap<String, String> labels = new TreeMap<>(notification.metadata());
        ObjectNode annotations = Json.object("message", notification.message());
        String summary = labels.remove(SUMMARY);
        if (summary != null) {
            annotations.put(SUMMARY, summary);
        }
        labels.put(
                "alertname",
                "Flux" + notification.object().kind()
                        + title(notification.event().reason()));
        labels.put("severity", notification.event().severity());
        labels.put("reason", notification.event().reason());
        labels.put("kind", notification.object().kind());
        labels.put("name", notification.object().name());
        labels.put("namespace", notification.object().namespace());
        labels.put("reportingcontroller", notification.controller());
        return Json.object(
                "status",
                "firing",
                "labels",
                EventJson.object(labels),
                "annotations",
                annotations,
                "startsAt",
                notification.event().time().map(EventJson::seconds).orElse(NO_TIME),
                "endsAt",
                NO_TIME);
    }

    /** The first letter large and the others small, as Go's title case has it. */
    private static String title(String reason) {
        String text = reason.strip();
        return text.isEmpty()
                ? ""
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }
}
