package io.fluxj.notification.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.FreePort;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** One recorded Provider with its Alert, its Secrets and its sinks. */
final class ProviderStage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> UNCOMPARED = Set.of(
            "host",
            "content-length",
            "accept-encoding",
            "user-agent",
            "connection",
            "proxy-connection",
            "http2-settings",
            "upgrade",
            "x-tfs-session");

    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<Closeable> open = new ArrayList<>();
    private final Path events;
    private final JsonNode config;
    private final Map<String, String> places = new TreeMap<>();
    private final Rig rig;

    ProviderStage(JsonNode config, Path events, Identities identities) throws Exception {
        this.events = events;
        this.config = config;
        JsonNode provider = config.path("provider");
        Function<Seen, Answer> replies = Replies.of(
                provider.at("/metadata/name").asText(),
                provider.at("/spec/type").asText(),
                provider.at("/metadata/uid").asText());
        openSinks(identities, seen -> seen(seen, replies));
        String proxy = "http://" + places.get("PROXY_HOST");
        rig = new Rig(
                Rig.Setup.PLAIN.withVariables(Map.of("HTTPS_PROXY", proxy)).trusting(identities));
        rig.add(placed(provider), placed(withSources(config.path("alert"))));
        for (JsonNode secret : config.path("secrets")) {
            rig.addSecret("apps", secret.path("name").asText(), data(secret, identities));
        }
    }

    private void openSinks(Identities identities, Function<Seen, Answer> keep) {
        Sink plain = sink(identities.plain(), keep);
        Sink tls = sink(identities.overTls(), keep);
        Sink mtls = sink(identities.overMutualTls(), keep);
        NatsSink nats = NatsSink.start("", this::published);
        NatsSink guarded = NatsSink.start("flux:s3cr3t", this::published);
        open.add(nats);
        open.add(guarded);
        places.put("SINK", "http://" + plain.host());
        places.put("SINK_HOST", plain.host());
        places.put("PROXY", "http://" + plain.host());
        places.put("PROXY_HOST", plain.host());
        places.put("SINK_TLS", "https://" + tls.host());
        places.put("SINK_MTLS", "https://" + mtls.host());
        places.put("NATS", nats.address());
        places.put("NATS_AUTH", guarded.address());
        places.put("CLOSED_PORT", "http://127.0.0.1:" + FreePort.choose());
        places.put("HOSTNAME", Rig.HOST);
    }

    private Sink sink(Sink.Security security, Function<Seen, Answer> keep) {
        Sink sink = Sink.start(security, keep);
        open.add(sink);
        return sink;
    }

    private Answer seen(Seen seen, Function<Seen, Answer> replies) {
        boolean asked = seen.proxied()
                && seen.header("proxy-authorization").isEmpty()
                && !secretsOfProxy().isMissingNode();
        if (asked) {
            return new Answer(407, Map.of("Proxy-Authenticate", "Basic realm=\"p\""), "", Duration.ZERO);
        }
        requests.add(shown(seen));
        return replies.apply(seen);
    }

    private JsonNode secretsOfProxy() {
        return config.at("/provider/spec/proxySecretRef");
    }

    private void published(String subject, String payload) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("natsSubject", subject);
        request.set("body", json(payload));
        requests.add(request);
    }

    private static JsonNode withSources(JsonNode alert) {
        ObjectNode whole = alert.deepCopy();
        ArrayNode sources = ((ObjectNode) whole.path("spec")).putArray("eventSources");
        for (String kind : List.of(
                "Bucket",
                "GitRepository",
                "Kustomization",
                "HelmRelease",
                "HelmChart",
                "HelmRepository",
                "ImageRepository",
                "ImagePolicy",
                "ImageUpdateAutomation",
                "OCIRepository")) {
            sources.addObject().put("kind", kind).put("name", "*");
        }
        return whole;
    }

    private Map<String, String> data(JsonNode secret, Identities identities) {
        Map<String, String> data = new TreeMap<>();
        secret.path("data").properties().forEach(entry -> {
            String value = entry.getValue().asText();
            data.put(
                    entry.getKey(),
                    switch (value) {
                        case "@ca2.crt" -> identities.authority().certificatePem();
                        case "@cli2.crt" -> identities.client().certificatePem();
                        case "@cli2.key", "@app.key" -> identities.client().keyPem();
                        default -> placed(value);
                    });
        });
        return data;
    }

    JsonNode placed(JsonNode tree) {
        return json(placed(tree.toString()));
    }

    private String placed(String text) {
        String placed = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            placed = placed.replace("${" + place.getKey() + "}", place.getValue());
        }
        return placed;
    }

    /** Plays one event; one at a time. */
    synchronized Verdict play(Recording recording) throws Exception {
        requests.clear();
        var _ = rig.takeComplaints();
        String event = recording.document().path("event").asText();
        rig.post(Files.readString(events.resolve(event + ".json")));
        return Verdict.of(
                Diff.between(Yaml.print(recorded(recording.document())), Yaml.print(seen(recording.document()))));
    }

    private JsonNode recorded(JsonNode document) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        ArrayNode all = shape.putArray("requests");
        for (JsonNode request : expectedRequests(document)) {
            all.add(inOrder(Shapes.withoutAny(request, request)));
        }
        ArrayNode errors = shape.putArray("errors");
        for (JsonNode error : document.path("errors")) {
            errors.add(error.path("log").asText() + ": "
                    + placed(error.path("error").asText()));
        }
        return shape;
    }

    private JsonNode seen(JsonNode document) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        ArrayNode all = shape.putArray("requests");
        List<JsonNode> expected = expectedRequests(document);
        for (int at = 0; at < requests.size(); at++) {
            JsonNode model = at < expected.size() ? expected.get(at) : JsonNodeFactory.instance.objectNode();
            JsonNode request = requests.get(at);
            ObjectNode comparable = request.deepCopy();
            if (!model.has("bodyRaw")) {
                comparable.remove("bodyRaw");
            }
            all.add(inOrder(Shapes.withoutAny(model, comparable)));
        }
        ArrayNode errors = shape.putArray("errors");
        rig.takeComplaints()
                .forEach(complaint ->
                        errors.add(complaint.message().replaceFirst(" for [A-Za-z]+/[^/]+/[^:]+: ", ": ")));
        return shape;
    }

    private JsonNode inOrder(JsonNode request) {
        return config.path("unordered").isMissingNode() ? request : Shapes.sorted("", request);
    }

    /** The list of places that Azure's client asks for first is not asked for. */
    private List<JsonNode> expectedRequests(JsonNode document) {
        List<JsonNode> expected = new ArrayList<>();
        for (JsonNode request : document.path("requests")) {
            if (!request.path("method").asText().equals("OPTIONS")) {
                expected.add(comparable(placed(request)));
            }
        }
        return expected;
    }

    private static ObjectNode comparable(JsonNode request) {
        ObjectNode comparable = request.deepCopy();
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        request.path("headers").properties().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!UNCOMPARED.contains(name)) {
                headers.put(
                        name,
                        header.getValue().asText().startsWith("Bearer ${APP_JWT}")
                                ? "Bearer JWT"
                                : header.getValue().asText());
            }
        });
        if (!comparable.path("natsSubject").isTextual()) {
            comparable.set("headers", headers);
        }
        spans(comparable.path("body"));
        comparable.remove("via");
        return comparable;
    }

    /** Ids and times that vary. */
    private static void spans(JsonNode body) {
        for (JsonNode resource : body) {
            for (JsonNode scope : resource.path("scopeSpans")) {
                scope.path("spans").forEach(span -> ((ObjectNode) span).remove(List.of("spanId", "endTimeUnixNano")));
            }
        }
    }

    private static ObjectNode shown(Seen seen) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("method", seen.method());
        boolean whole = seen.target().startsWith("http");
        request.put(whole ? "url" : "path", seen.target());
        ObjectNode headers = request.putObject("headers");
        seen.headers().forEach((name, value) -> {
            if (!UNCOMPARED.contains(name)) {
                headers.put(name, value.startsWith("Bearer ey") ? "Bearer JWT" : value);
            }
        });
        String type = seen.header("content-type");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            ObjectNode form = request.putObject("form");
            for (String field : seen.body().split("&", -1)) {
                String[] pair = field.split("=", 2);
                form.put(decoded(pair[0]), decoded(pair[1]));
            }
        } else if (type.startsWith("application/x-protobuf")) {
            request.set("body", otlp(seen));
        } else if (type.startsWith("application/x-sentry-envelope")) {
            ArrayNode lines = request.putArray("body");
            seen.body().lines().forEach(line -> lines.add(json(line)));
        } else if (!seen.body().isEmpty()) {
            request.set("body", json(seen.body()));
            request.put("bodyRaw", seen.body());
        }
        return request;
    }

    private static JsonNode otlp(Seen seen) {
        try {
            return Otlp.decoded(seen.bytes());
        } catch (com.google.protobuf.InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("no OTLP", malformed);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    @Override
    public void close() throws IOException {
        rig.close();
        for (Closeable each : open) {
            each.close();
        }
    }
}
