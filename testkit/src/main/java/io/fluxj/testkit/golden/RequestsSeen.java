package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.RequestSink.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Requests that arrived, in the form in which they are recorded: {@code method}, {@code path}, {@code headers} (only those that were recorded, in any case),
 * and of {@code body} (parsed), {@code form} (decoded) and {@code bodyRaw} what was recorded.
 */
public final class RequestsSeen {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RequestsSeen() {}

    /** All of them; each is shown as the recorded one in its place is. */
    public static ArrayNode like(JsonNode recorded, List<Request> requests) {
        ArrayNode seen = NODES.arrayNode();
        for (int i = 0; i < requests.size(); i++) {
            seen.add(like(recorded.path(i), requests.get(i)));
        }
        return seen;
    }

    private static ObjectNode like(JsonNode recorded, Request request) {
        ObjectNode seen = NODES.objectNode();
        seen.put("method", request.method());
        seen.put("path", request.target());
        if (recorded.has("headers")) {
            seen.set("headers", headers(recorded.get("headers"), request));
        }
        if (recorded.has("form")) {
            seen.set("form", form(request.body()));
        }
        if (recorded.has("bodyRaw")) {
            seen.put("bodyRaw", request.body());
        }
        if (recorded.has("body")) {
            seen.set("body", body(request.body()));
        }
        return seen;
    }

    private static ObjectNode headers(JsonNode recorded, Request request) {
        ObjectNode headers = NODES.objectNode();
        recorded.fieldNames().forEachRemaining(name -> {
            String value = request.headers().get(name.toLowerCase(Locale.ROOT));
            if (value != null) {
                headers.put(name, value);
            }
        });
        return headers;
    }

    private static ObjectNode form(String body) {
        ObjectNode form = NODES.objectNode();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals >= 0) {
                form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** JSON is YAML; a body that is neither stays text. */
    private static JsonNode body(String body) {
        boolean json = body.startsWith("{") || body.startsWith("[");
        return json ? Yaml.parse(body) : NODES.textNode(body);
    }
}
