package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * GitHub's API.
 *
 * @param base address of the API, with a slash at its end
 * @param repository of the Provider
 * @param token of a user, or of an installation of an app
 */
record GitHubApi(String base, GitAddress repository, String token) {
    static final String MEDIA_TYPE = "application/vnd.github.v3+json";
    private static final String PUBLIC = "https://github.com";

    /** The API of the repository's host. */
    static GitHubApi of(GitAddress repository, String token) {
        String base = repository.server().equals(PUBLIC) ? "https://api.github.com/" : repository.server() + "/api/v3/";
        return new GitHubApi(base, repository, token);
    }

    /** An address below the repository. */
    URI inRepository(String path) {
        return URI.create(base + "repos/" + repository.repository() + "/" + path);
    }

    /** The login of whom the token belongs to. */
    String user(Line line) throws DeliveryFailure, InterruptedException {
        return ask(Request.get(URI.create(base + "user")), line).path("login").asText();
    }

    /** What is answered to a question. */
    JsonNode ask(Request request, Line line) throws DeliveryFailure, InterruptedException {
        Reply reply = line.once(request(request));
        if (!reply.isOk()) {
            throw new DeliveryFailure(refusal(request, reply));
        }
        return reply.json();
    }

    private Request request(Request request) {
        Request whole = request.with("Authorization", "Bearer " + token).with("X-GitHub-Api-Version", "2022-11-28");
        return whole.headers().containsKey("Accept") ? whole : whole.with("Accept", MEDIA_TYPE);
    }

    /** As go-github puts it. */
    private static String refusal(Request request, Reply reply) {
        JsonNode body = reply.json();
        List<String> errors = new ArrayList<>();
        body.path("errors")
                .forEach(error -> errors.add("{Resource:%s Field:%s Code:%s Message:%s}"
                        .formatted(
                                error.path("resource").asText(),
                                error.path("field").asText(),
                                error.path("code").asText(),
                                error.path("message").asText())));
        return "%s %s: %d %s [%s]"
                .formatted(
                        request.method(),
                        request.address(),
                        reply.status(),
                        body.path("message").asText(),
                        String.join(" ", errors));
    }

    /** The body of a commit's status. */
    static ObjectNode status(String state, String description, String context) {
        return Json.object("state", state, "description", description, "context", context);
    }
}
