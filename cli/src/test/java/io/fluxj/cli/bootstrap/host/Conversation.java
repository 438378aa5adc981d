package io.fluxj.cli.bootstrap.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/**
 * What is said between bootstrap and a host's API: which requests come, in which order, with which headers and bodies, and what is answered. Written by hand from
 * the hosts' public API documents, in {@code hosts/NAME.yaml}: documents of {@code request}, {@code headers}, {@code body}, {@code status}, {@code says}
 * (headers), {@code answer}. A text of a body that begins with {@code ^} is an expression.
 */
public final class Conversation {
    private static final ObjectMapper JSON = new JsonMapper();

    private final Queue<JsonNode> expected = new ArrayDeque<>();
    private final List<String> surprises = new ArrayList<>();

    private Conversation() {}

    /**
     * Reads one.
     *
     * @param replaced texts that stand for what is only known when it is played
     */
    public static Conversation read(String name, Map<String, String> replaced) throws IOException {
        Conversation conversation = new Conversation();
        String file = "/hosts/" + name + ".yaml";
        try (InputStream in = Objects.requireNonNull(Conversation.class.getResourceAsStream(file), file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> each : replaced.entrySet()) {
                text = text.replace(each.getKey(), each.getValue());
            }
            new YAMLMapper()
                    .readerFor(JsonNode.class)
                    .<JsonNode>readValues(text)
                    .forEachRemaining(conversation.expected::add);
        }
        return conversation;
    }

    /** What came but was not expected, and what was expected but did not come. */
    public synchronized List<String> differences() {
        List<String> all = new ArrayList<>(surprises);
        expected.forEach(
                missing -> all.add("missing: " + missing.path("request").asText()));
        return all;
    }

    /** Answers the next request. */
    public synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode next = expected.isEmpty() ? JSON.missingNode() : expected.peek();
            String difference = difference(exchange, request, body, next);
            if (!difference.isEmpty()) {
                surprises.add(difference);
                exchange.sendResponseHeaders(599, -1);
                return;
            }
            expected.remove();
            next.path("says").propertyStream().forEach(said -> exchange.getResponseHeaders()
                    .add(said.getKey(), said.getValue().asText()));
            byte[] answer = next.has("answer") ? JSON.writeValueAsBytes(next.get("answer")) : new byte[0];
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(next.path("status").asInt(200), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String difference(HttpExchange exchange, String request, byte[] body, JsonNode next)
            throws IOException {
        if (!next.path("request").asText().equals(request)) {
            return "expected " + next.path("request").asText("nothing") + " but got " + request;
        }
        JsonNode sent = body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        JsonNode wanted = next.has("body") ? next.get("body") : JSON.missingNode();
        if (!matches(sent, wanted)) {
            return request + ": expected " + wanted + " but got " + sent;
        }
        for (var header : next.path("headers").properties()) {
            String value = String.valueOf(exchange.getRequestHeaders().getFirst(header.getKey()));
            if (!value.equals(header.getValue().asText())) {
                return request + ": expected " + header + " but got " + value;
            }
        }
        return "";
    }

    private static boolean matches(JsonNode sent, JsonNode wanted) {
        if (wanted.isObject()) {
            return sent.size() == wanted.size()
                    && wanted.properties().stream()
                            .allMatch(field -> matches(sent.path(field.getKey()), field.getValue()));
        }
        return wanted.asText("").startsWith("^")
                ? sent.asText("").matches(wanted.asText().substring(1))
                : sent.equals(wanted);
    }
}
