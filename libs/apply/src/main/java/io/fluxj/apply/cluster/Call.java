package io.fluxj.apply.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * One request.
 *
 * @param method HTTP method
 * @param path path and query, beginning with a slash
 * @param accept wanted media type
 * @param contentType media type of the body, empty without one
 * @param body empty without one
 */
record Call(String method, String path, String accept, String contentType, String body) {
    private static final String JSON = "application/json";

    static Call get(String path) {
        return new Call("GET", path, JSON, "", "");
    }

    static Call delete(String path, String body) {
        return new Call("DELETE", path, JSON, JSON, body);
    }

    static Call patch(String path, String contentType, String body) {
        return new Call("PATCH", path, JSON, contentType, body);
    }

    static Call write(String method, String path, String body) {
        return new Call(method, path, JSON, JSON, body);
    }

    Call accepting(String mediaType) {
        return new Call(method, path, mediaType, contentType, body);
    }

    /** This call with query parameters, given as name, value, name, value; those with an empty value are left out. */
    Call with(String... parameters) {
        List<String> query = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            if (!parameters[i + 1].isEmpty()) {
                query.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], UTF_8));
            }
        }
        String separator = query.isEmpty() ? "" : path.contains("?") ? "&" : "?";
        return new Call(method, path + separator + String.join("&", query), accept, contentType, body);
    }
}
