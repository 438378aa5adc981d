package io.fluxj.kube.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Runs one scenario and writes down what the server said. */
final class Run {
    private static final Map<String, String> TYPES = Map.of(
            "merge", "application/merge-patch+json",
            "json", "application/json-patch+json",
            "strategic", "application/strategic-merge-patch+json",
            "apply", "application/apply-patch+yaml");
    private static final int TRIES = 800;
    private static final long PAUSE_NANOS = 25_000_000;

    private final Server server;
    private final String namespace;
    private final Normalizer normalizer;
    private final Map<String, String> kept = new HashMap<>();
    private boolean refused;

    private Run(Server server, String namespace) {
        this.server = server;
        this.namespace = namespace;
        this.normalizer = new Normalizer(namespace);
    }

    /** One answer per step. */
    static ArrayNode of(Server server, Scenario scenario, String namespace) {
        Run run = new Run(server, namespace);
        run.prepare();
        ArrayNode out = Nodes.array();
        for (JsonNode step : scenario.steps()) {
            out.add(run.step(step));
        }
        return out;
    }

    private void prepare() {
        String body = "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + namespace + "\"}}";
        call("POST", "/api/v1/namespaces", body, Map.of("Content-Type", "application/json"));
        until(() -> call("GET", "/api/v1/namespaces/" + namespace + "/serviceaccounts/default", "", Map.of())
                        .statusCode()
                == 200);
    }

    private JsonNode step(JsonNode step) {
        if (step.has("watch")) {
            return watch(step);
        }
        if (step.has("socket")) {
            return socket(step);
        }
        if (step.has("await")) {
            String path = fill(step.path("await").asText());
            int code = step.path("status").asInt(200);
            BooleanSupplier there = () -> call("GET", path, "", Map.of()).statusCode() == code;
            // What was refused does not come, however long one waits.
            boolean came = refused ? there.getAsBoolean() : until(there);
            return Nodes.object().put("await", code).put("came", came);
        }
        HttpResponse<String> answer = sendUntilKnown(step);
        refused = answer.statusCode() >= 400;
        keep(step, answer.body());
        ObjectNode out = Nodes.object().put("status", answer.statusCode());
        List<String> warnings = answer.headers().allValues("warning");
        if (!warnings.isEmpty()) {
            out.set("warnings", Nodes.strings(warnings));
        }
        if (!step.path("quiet").asBoolean()) {
            out.set("body", normalizer.normalize(answer.body(), step.path("ignore")));
        }
        return out;
    }

    /** A real server learns of rights a moment after they are given: a step may say until when to repeat it. */
    private HttpResponse<String> sendUntilKnown(JsonNode step) {
        String wanted = step.path("until").asText();
        HttpResponse<String> answer = send(step);
        for (int i = 0; i < TRIES && !answer.body().contains(wanted); i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = send(step);
        }
        return answer;
    }

    private HttpResponse<String> send(JsonNode step) {
        String[] line = step.path("do").asText().split(" ", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        String type = step.path("type").asText("");
        if (step.has("body") || step.has("raw")) {
            headers.put("Content-Type", TYPES.getOrDefault(type, type.isEmpty() ? "application/json" : type));
        }
        if (step.has("as")) {
            headers.put("Impersonate-User", fill(step.path("as").asText()));
        }
        step.path("headers")
                .properties()
                .forEach(e -> headers.put(e.getKey(), fill(e.getValue().asText())));
        String body =
                step.has("raw") ? step.path("raw").asText() : step.has("body") ? Nodes.text(step.path("body")) : "";
        String padded = fill(body).replace("{pad}", "x".repeat(step.path("pad").asInt()));
        return call(line[0], fill(line[1]), padded, headers);
    }

    private HttpResponse<String> call(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return server.send(
                server.request(path, headers).method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void keep(JsonNode step, String body) {
        step.path("keep").properties().forEach(e -> {
            JsonNode value = Nodes.parseTrusted(body);
            for (String part : e.getValue().asText().split("\\.", -1)) {
                value = value.path(part);
            }
            kept.put(e.getKey(), value.asText());
        });
    }

    private String fill(String text) {
        String out = text.replace("{ns}", namespace);
        for (Map.Entry<String, String> entry : kept.entrySet()) {
            out = out.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return out;
    }

    /** Opens a watch, does the steps, and takes as many events as asked for. */
    private JsonNode watch(JsonNode step) {
        Map<String, String> headers = new LinkedHashMap<>();
        step.path("headers")
                .properties()
                .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
        HttpRequest request = server.request(bounded(fill(step.path("watch").asText())), headers)
                .GET()
                .build();
        HttpResponse<Stream<String>> answer = server.send(request, HttpResponse.BodyHandlers.ofLines());
        ObjectNode out = Nodes.object().put("status", answer.statusCode());
        ArrayNode events = out.putArray("events");
        try (Stream<String> lines = answer.body()) {
            for (JsonNode during : step.path("during")) {
                step(during);
            }
            Iterator<String> iterator = lines.iterator();
            while (events.size() < step.path("take").asInt(1) && iterator.hasNext()) {
                events.add(normalizer.normalize(iterator.next(), step.path("ignore")));
            }
        }
        return out;
    }

    /** Watches by websocket. */
    private JsonNode socket(JsonNode step) {
        List<String> protocols = new ArrayList<>();
        step.path("protocols").forEach(p -> protocols.add(p.asText()));
        ObjectNode out = Nodes.object();
        Frames frames = new Frames();
        try {
            WebSocket socket = server.socket(bounded(fill(step.path("socket").asText())), protocols, frames);
            out.put("protocol", socket.getSubprotocol());
            ArrayNode events = out.putArray("events");
            for (JsonNode during : step.path("during")) {
                step(during);
            }
            while (events.size() < step.path("take").asInt(1)) {
                Optional<String> frame = frames.next();
                if (frame.isEmpty()) {
                    out.put("closed", frames.closed());
                    break;
                }
                events.add(normalizer.normalize(frame.get(), step.path("ignore")));
            }
            socket.abort();
        } catch (WebSocketHandshakeException e) {
            out.put("status", e.getResponse().statusCode());
        }
        return out;
    }

    /** A watch that does not get what it waits for ends, and the scenario differs. */
    private static String bounded(String path) {
        return path.contains("timeoutSeconds") ? path : path + (path.contains("?") ? "&" : "?") + "timeoutSeconds=20";
    }

    private static boolean until(BooleanSupplier condition) {
        for (int i = 0; i < TRIES; i++) {
            if (condition.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
    }
}
