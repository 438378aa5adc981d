package io.fluxj.notification.provider;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A collector of OpenTelemetry: a span for each event; what is about one revision is one trace. Whether it takes them is no failure, as in Flux. */
final class Otel implements Service {
    private static final String SCHEMA = "https://opentelemetry.io/schemas/1.34.0";
    private static final int ID_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final long NANOS = 1_000_000_000;

    /** Sampled, with a parent in another process: what Flux's library writes. */
    private static final int FLAGS = 0x301;

    private final URI address;
    private final Map<String, String> headers;
    private final SecureRandom random = new SecureRandom();

    private Otel(URI address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    static Service of(Settings settings) throws DeliveryFailure {
        URI given = Address.require("OTLP endpoint URL", settings.address());
        boolean bare = given.getRawPath() == null || given.getRawPath().isEmpty();
        return new Otel(bare ? Address.at(given, "/v1/traces") : given, headers(settings));
    }

    /** Without headers of the user's own, Flux sends no credentials either. */
    private static Map<String, String> headers(Settings settings) {
        if (settings.headers().isEmpty()) {
            return Map.of();
        }
        Request authorized = Alertmanager.authorized(
                new Request("POST", URI.create("http://localhost/"), settings.headers(), new byte[0]), settings);
        return authorized.headers();
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        if (notification.object().kind().equals("HelmRepository")) {
            return;
        }
        byte[] body = request(notification).toByteArray();
        var _ = line.once(new Request("POST", address, headers, body).with("Content-Type", "application/x-protobuf"));
    }

    private ExportTraceServiceRequest request(Notification notification) {
        ObjectName alert = notification.alert();
        Resource resource = Resource.newBuilder()
                .addAttributes(attribute("service.instance.id", alert.uid()))
                .addAttributes(attribute("service.name", alert.namespace() + "/" + alert.name()))
                .addAttributes(attribute("service.namespace", alert.namespace()))
                .build();
        ScopeSpans spans = ScopeSpans.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName("flux:notification-controller"))
                .addSpans(span(notification))
                .build();
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(resource)
                        .addScopeSpans(spans)
                        .setSchemaUrl(SCHEMA))
                .build();
    }

    private Span span(Notification notification) {
        byte[] id = new byte[SPAN_BYTES];
        random.nextBytes(id);
        Span.Builder span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(traceId(notification)))
                .setSpanId(ByteString.copyFrom(id))
                .setName(notification.object().kind() + ": "
                        + notification.object().namespace() + "/"
                        + notification.object().name())
                .setKind(Span.SpanKind.SPAN_KIND_INTERNAL)
                .setStartTimeUnixNano(nanos(notification.event().time().orElse(Instant.EPOCH)))
                .setEndTimeUnixNano(nanos(Instant.now()))
                .setFlags(FLAGS)
                .setStatus(status(notification))
                .addAttributes(attribute("object.uid", notification.object().uid()))
                .addAttributes(attribute("object.kind", notification.object().kind()))
                .addAttributes(attribute("object.name", notification.object().name()))
                .addAttributes(
                        attribute("object.namespace", notification.object().namespace()));
        new TreeMap<>(notification.metadata()).forEach((key, value) -> span.addAttributes(attribute(key, value)));
        return span.build();
    }

    private static Status status(Notification notification) {
        return notification.isError()
                ? Status.newBuilder()
                        .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                        .setMessage(notification.message())
                        .build()
                : Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_OK).build();
    }

    private static byte[] traceId(Notification notification) {
        return Arrays.copyOf(
                Hex.sha256(notification.alert().uid() + ":" + revision(notification.metadata())), ID_BYTES);
    }

    private static String revision(Map<String, String> metadata) {
        String version = metadata.get("app-version");
        String digest = metadata.get("oci-digest");
        return version != null && digest != null
                ? version + "@" + digest
                : metadata.getOrDefault("revision", "unknown");
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * NANOS + time.getNano();
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }
}
