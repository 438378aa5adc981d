package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import io.fluxj.kube.json.Nodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes answers. */
final class Answers {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int MAX_WARNINGS = 50;

    private Answers() {}

    /** A warning as the header has it. */
    static String warning(String text) {
        return "299 - \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** An object as JSON, or as YAML when the client prefers it. */
    static HttpResponse.Content object(HttpRequest request, int status, JsonNode object, List<String> warnings) {
        boolean yaml = request.header("accept")
                .filter(a -> a.startsWith("application/yaml"))
                .isPresent();
        if (!yaml) {
            return json(status, Nodes.bytes(object), warnings);
        }
        try {
            return new HttpResponse.Content(
                    status, headers("application/yaml", warnings), YAML.writeValueAsBytes(object));
        } catch (IOException e) {
            throw new IllegalStateException("a JSON tree could not be written as YAML", e);
        }
    }

    static HttpResponse.Content json(int status, byte[] body, List<String> warnings) {
        return new HttpResponse.Content(status, headers("application/json", warnings), body);
    }

    static HttpResponse.Content text(int status, String text) {
        return new HttpResponse.Content(
                status, headers("text/plain; charset=utf-8", List.of()), text.getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse.Content error(ApiError error) {
        if (error.isPageNotFound()) {
            return text(404, error.getMessage() + "\n");
        }
        Map<String, List<String>> headers = headers("application/json", error.warnings());
        int retry = error.status().path("details").path("retryAfterSeconds").asInt(0);
        if (retry > 0) {
            headers.put("Retry-After", List.of(Integer.toString(retry)));
        }
        return new HttpResponse.Content(error.code(), headers, Nodes.bytes(error.status()));
    }

    private static Map<String, List<String>> headers(String type, List<String> warnings) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        out.put("Content-Type", List.of(type));
        out.put("Cache-Control", List.of("no-cache, private"));
        if (!warnings.isEmpty()) {
            out.put(
                    "Warning",
                    warnings.stream()
                            .distinct()
                            .limit(MAX_WARNINGS)
                            .map(Answers::warning)
                            .toList());
        }
        return out;
    }
}
