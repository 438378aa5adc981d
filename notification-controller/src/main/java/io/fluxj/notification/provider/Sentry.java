package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.notification.event.EventJson;
import io.fluxj.notification.event.GoJson;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sentry: an event for what failed, a transaction for the rest. Whether Sentry takes it is not waited for by Flux, and no failure here. */
final class Sentry implements Service {
    /** As Flux's client calls itself: what Sentry does with events is ruled by it. */
    private static final String CLIENT = "sentry.go/0.46.2";

    private final SentryDsn dsn;
    private final String environment;
    private final String host;
    private final SecureRandom random = new SecureRandom();

    private Sentry(SentryDsn dsn, String environment, String host) {
        this.dsn = dsn;
        this.environment = environment;
        this.host = host;
    }

    /**
     * Sentry.
     *
     * @param host name of this process's machine
     */
    static Service of(Settings settings, String host) throws DeliveryFailure {
        return new Sentry(SentryDsn.parse(settings.address()), settings.channel(), host);
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        String severity = notification.event().severity();
        if (!severity.equals("info") && !severity.equals("error")) {
            return;
        }
        var _ = line.once(new Request("POST", dsn.envelope(), headers(), envelope(notification)));
    }

    private Map<String, String> headers() {
        String secret = dsn.secret().isEmpty() ? "" : ", sentry_secret=" + dsn.secret();
        return Map.of(
                "Content-Type",
                "application/x-sentry-envelope",
                "X-Sentry-Auth",
                "Sentry sentry_version=7, sentry_client=" + CLIENT + ", sentry_key=" + dsn.key() + secret);
    }

    private byte[] envelope(Notification notification) {
        String id = hex(16);
        ObjectNode payload = notification.isError() ? event(id, notification) : transaction(id, notification);
        byte[] body = GoJson.bytes(payload);
        ObjectNode head =
                Json.object("event_id", id, "sent_at", Instant.now().toString(), "dsn", dsn.text(), "sdk", sdk());
        ObjectNode item = Json.object("type", notification.isError() ? "event" : "transaction", "length", body.length);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] line : new byte[][] {GoJson.bytes(head), GoJson.bytes(item), body}) {
            all.writeBytes(line);
            all.write('\n');
        }
        return all.toByteArray();
    }

    private ObjectNode event(String id, Notification notification) {
        ObjectNode event = both(id, notification, notification.controller());
        event.put("level", "error");
        event.putObject("contexts").set("metadata", EventJson.object(notification.metadata()));
        return event;
    }

    private ObjectNode transaction(String id, Notification notification) {
        String trace = hex(16);
        String span = hex(8);
        String time = time(notification);
        ObjectNode tags = tags(notification);
        ObjectNode transaction = both(id, notification, host);
        transaction.put("level", "info");
        transaction.put("type", "transaction");
        transaction.put("start_timestamp", time);
        transaction.set("tags", tags);
        transaction.set(
                "spans",
                Json.array(Json.object(
                        "trace_id", trace,
                        "span_id", span,
                        "op", "event",
                        "start_timestamp", time,
                        "timestamp", time,
                        "origin", "manual",
                        "tags", tags)));
        transaction.putObject("contexts").set("trace", Json.object("op", "event", "span_id", span, "trace_id", trace));
        return transaction;
    }

    private ObjectNode both(String id, Notification notification, String server) {
        ObjectNode json = Json.object(
                "event_id",
                id,
                "message",
                notification.message(),
                "platform",
                "go",
                "sdk",
                sdk(),
                "server_name",
                server,
                "timestamp",
                time(notification),
                "transaction",
                notification.object().kind() + ": " + notification.object().namespace() + "/"
                        + notification.object().name());
        if (!environment.isEmpty()) {
            json.put("environment", environment);
        }
        return json;
    }

    private static ObjectNode tags(Notification notification) {
        SortedMap<String, String> tags = new TreeMap<>(notification.metadata());
        tags.put("flux_involved_object_kind", notification.object().kind());
        tags.put("flux_involved_object_name", notification.object().name());
        tags.put("flux_involved_object_namespace", notification.object().namespace());
        tags.put("flux_reason", notification.event().reason());
        tags.put("flux_reporting_controller", notification.controller());
        tags.put("flux_reporting_instance", notification.event().reporter().instance());
        return EventJson.object(tags);
    }

    private static ObjectNode sdk() {
        return Json.object("name", "sentry.go", "version", CLIENT.substring(CLIENT.indexOf('/') + 1));
    }

    private static String time(Notification notification) {
        return notification.event().time().map(Instant::toString).orElse("0001-01-01T00:00:00Z");
    }

    private String hex(int bytes) {
        byte[] id = new byte[bytes];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
