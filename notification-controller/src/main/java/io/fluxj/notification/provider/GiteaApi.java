package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/**
 * Gitea's API.
 *
 * @param repository of the Provider
 * @param token of whoever speaks
 */
record GiteaApi(GitAddress repository, String token) {
    /** Asks the server for its version first, as Flux's client does. */
    static GiteaApi open(Settings settings, Line line) throws DeliveryFailure, InterruptedException {
        if (settings.token().isEmpty()) {
            throw new DeliveryFailure("gitea token cannot be empty");
        }
        GitAddress repository = GitAddress.parse(settings.address());
        if (!repository.isOwnerAndName()) {
            throw new DeliveryFailure("invalid repository id \"" + repository.repository() + "\"");
        }
        GiteaApi api = new GiteaApi(repository, settings.token());
        try {
            var _ = api.ask(Request.get(api.at("version")), line);
            return api;
        } catch (DeliveryFailure failed) {
            throw failed.within("failed creating Gitea client");
        }
    }

    private URI at(String path) {
        return URI.create(repository.server() + "/api/v1/" + path);
    }

    /** An address below the repository. */
    URI inRepository(String path) {
        return at("repos/" + repository.repository() + "/" + path);
    }

    /** The login of whom the token belongs to. */
    String user(Line line) throws DeliveryFailure, InterruptedException {
        return ask(Request.get(at("user")), line).path("login").asText();
    }

    /** What is answered to a question. */
    JsonNode ask(Request request, Line line) throws DeliveryFailure, InterruptedException {
        Reply reply = line.once(request.with("Authorization", "token " + token));
        if (!reply.isOk()) {
            String message = reply.json().path("message").asText();
            throw new DeliveryFailure(message.isEmpty() ? StatusText.of(reply.status()) : message);
        }
        return reply.json();
    }
}
