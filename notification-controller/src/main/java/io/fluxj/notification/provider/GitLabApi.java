package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * GitLab's API.
 *
 * @param server address of the host
 * @param project path of the project, escaped
 * @param token of whoever speaks
 */
record GitLabApi(String server, String project, String token) {
    static GitLabApi of(Settings settings) throws DeliveryFailure {
        Settings.Credentials credentials = settings.credentials();
        String token = credentials.token().isEmpty() ? credentials.password() : credentials.token();
        if (token.isEmpty()) {
            throw new DeliveryFailure("gitlab token cannot be empty");
        }
        GitAddress repository = GitAddress.parse(settings.address());
        String project = encode(repository.repository()).replace("+", "%20").replace(".", "%2E");
        return new GitLabApi(repository.server(), project, token);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An address below the project. */
    URI inProject(String path) {
        return URI.create(server + "/api/v4/projects/" + project + "/" + path);
    }

    /** The name of whom the token belongs to. */
    String user(Line line) throws DeliveryFailure, InterruptedException {
        return ask(Request.get(URI.create(server + "/api/v4/user")), line)
                .path("username")
                .asText();
    }

    /** What is answered to a question. */
    JsonNode ask(Request request, Line line) throws DeliveryFailure, InterruptedException {
        Reply reply = line.once(request.with("Private-Token", token).with("Accept", "application/json"));
        if (!reply.isOk()) {
            throw new DeliveryFailure(refusal(request, reply));
        }
        return reply.json();
    }

    /** As go-gitlab puts it. */
    private static String refusal(Request request, Reply reply) {
        String message = reply.text().isBlank()
                ? ""
                : reply.json().isMissingNode()
                        ? " failed to parse unknown error format: " + reply.text()
                        : " " + shown(reply.json());
        URI address = request.address();
        return request.method() + " " + address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath()
                + ": " + reply.status() + message;
    }

    private static String shown(JsonNode json) {
        if (json.isArray()) {
            List<String> items = new ArrayList<>();
            json.forEach(item -> items.add(shown(item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (json.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), shown(field.getValue())));
            return String.join(
                    ", ",
                    fields.entrySet().stream()
                            .map(field -> "{" + field.getKey() + ": " + field.getValue() + "}")
                            .toList());
        }
        return json.asText();
    }
}
