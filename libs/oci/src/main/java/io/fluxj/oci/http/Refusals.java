package io.fluxj.oci.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says why a registry refused, in the words of Flux's client. Source: OCI distribution specification, error codes. */
final class Refusals {
    private static final int READ = 1 << 16;
    private static final int SHOWN = 512;
    private static final JsonMapper JSON = new JsonMapper();

    private Refusals() {}

    static RegistryException of(Reply reply) throws RegistryException, InterruptedException {
        byte[] body = reply.beginning(READ);
        return new RegistryException(problem(reply.status()), reply.request() + ": " + text(reply.status(), body));
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 401, 403 -> Problem.AUTHENTICATION;
            case 404 -> Problem.NOT_FOUND;
            default -> Problem.REFUSED;
        };
    }

    private static String text(int status, byte[] body) {
        List<String> errors = errors(body);
        if (errors.size() == 1) {
            return errors.getFirst();
        }
        if (!errors.isEmpty()) {
            return "multiple errors returned: " + shortened(String.join("; ", errors));
        }
        String said = new String(body, StandardCharsets.UTF_8).strip();
        return "unexpected status code " + status + (said.isEmpty() ? "" : ": " + shortened(said));
    }

    private static List<String> errors(byte[] body) {
        List<String> errors = new ArrayList<>();
        try {
            JSON.readTree(body).path("errors").forEach(error -> errors.add(shortened(error(error))));
        } catch (IOException text) {
            // it is no JSON, and shown as it is
        }
        return errors;
    }

    private static String error(JsonNode error) {
        String said =
                error.path("code").asText("") + ": " + error.path("message").asText("");
        JsonNode detail = error.path("detail");
        return detail.isMissingNode() || detail.isNull() ? said : said + "; " + inGo(detail);
    }

    /** As Go prints maps and lists. */
    private static String inGo(JsonNode value) {
        if (value.isObject()) {
            TreeMap<String, String> sorted = new TreeMap<>();
            value.properties().forEach(entry -> sorted.put(entry.getKey(), inGo(entry.getValue())));
            return sorted.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + entry.getValue())
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(one -> all.add(inGo(one)));
            return "[" + String.join(" ", all) + "]";
        }
        return value.asText("");
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
