package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.notification.v1beta3.CloudEventsMode;
import io.fluxj.notification.event.EventJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Events as CloudEvents 1.0. Source: CloudEvents core specification; HTTP protocol binding, 3.1 and 3.2; JSON event format. */
final class CloudEvents {
    private static final String TYPE = "io.fluxcd.toolkit.event.v1beta1";
    private static final String JSON = "application/json";
    private static final String STRUCTURED = "application/cloudevents+json; charset=UTF-8";

    private CloudEvents() {}

    static Request request(URI address, Notification notification, CloudEventsMode mode) {
        return switch (mode) {
            case STRUCTURED -> structured(address, notification);
            case BINARY -> binary(address, notification);
        };
    }

    private static Request structured(URI address, Notification notification) {
        ObjectNode document = EventJson.object(attributes(notification));
        document.put("datacontenttype", JSON);
        document.set("data", EventJson.tree(notification.event()));
        return Request.post(address, document).with("Content-Type", STRUCTURED);
    }

    private static Request binary(URI address, Notification notification) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", JSON));
        attributes(notification).forEach((name, value) -> headers.put("ce-" + name, encoded(value)));
        return new Request("POST", address, headers, EventJson.bytes(notification.event()));
    }

    /** Without those that are empty, for an attribute has a value. */
    private static SequencedMap<String, String> attributes(Notification notification) {
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", id(notification));
        attributes.put("source", "/" + URLEncoder.encode(notification.controller(), StandardCharsets.UTF_8));
        attributes.put("type", TYPE);
        attributes.put("subject", notification.object().shown());
        attributes.put(
                "time", notification.event().time().map(EventJson::seconds).orElse(""));
        attributes.put("severity", notification.event().severity());
        attributes.put("reason", notification.event().reason());
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }

    /** The same for whatever is sent again, another one when the same happens later. */
    private static String id(Notification notification) {
        return notification.key() + "-"
                + notification.event().time().map(Instant::getEpochSecond).orElse(0L);
    }

    /** What may stand in a header, as the binding wants it. */
    private static String encoded(String value) {
        StringBuilder all = new StringBuilder(value.length());
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > ' ' && each < 0x7f && each != '"' && each != '%';
            all.append(plain ? String.valueOf((char) each) : "%%%02X".formatted(each));
        }
        return all.toString();
    }
}
