package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.runtime.secret.BasicAuth;
import java.net.URI;

/** Statuses of commits on Bitbucket Cloud. */
final class Bitbucket implements Service {
    private static final String API = "https://api.bitbucket.org/2.0/repositories/";
    private static final int NOT_FOUND = 404;

    private final String repository;
    private final String authorization;
    private final String key;

    private Bitbucket(String repository, String authorization, String key) {
        this.repository = repository;
        this.authorization = authorization;
        this.key = key;
    }

    static Service of(Settings settings) throws DeliveryFailure {
        if (settings.token().isEmpty()) {
            throw new DeliveryFailure("bitbucket token cannot be empty");
        }
        GitAddress repository = GitAddress.parse(settings.address());
        String[] user = settings.token().split(":", -1);
        if (user.length != 2) {
            throw new DeliveryFailure("invalid token format, expected to be <user>:<password>");
        }
        if (!repository.isOwnerAndName()) {
            throw new DeliveryFailure("invalid repository id \"" + repository.repository() + "\"");
        }
        return new Bitbucket(
                repository.repository(), new BasicAuth(user[0], user[1]).header(), Hex.sha1(settings.commitStatus()));
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        if (notification.isProgress()) {
            return;
        }
        String statuses = API + repository + "/commit/" + Commit.require(notification) + "/statuses/build";
        String state = Commit.state(notification, "bitbucket", "SUCCESSFUL", "FAILED");
        String description = Commit.description(notification);
        if (isThere(URI.create(statuses + "/" + key), state, description, line)) {
            return;
        }
        Request request = Request.post(
                URI.create(statuses),
                Json.object(
                        "key", key,
                        "url", "https://bitbucket.org",
                        "state", state,
                        "name", Commit.name(notification),
                        "description", description));
        Reply reply = line.once(request.with("Authorization", authorization));
        if (!reply.isOk()) {
            throw new DeliveryFailure("could not create commit status: " + StatusText.of(reply.status()));
        }
    }

    private boolean isThere(URI status, String state, String description, Line line)
            throws DeliveryFailure, InterruptedException {
        Reply reply = line.once(Request.get(status).with("Authorization", authorization));
        if (reply.status() != NOT_FOUND && !reply.isOk()) {
            throw new DeliveryFailure("could not get commit status: " + StatusText.of(reply.status()));
        }
        JsonNode known = reply.json();
        return reply.isOk()
                && known.path("state").asText().equals(state)
                && known.path("description").asText().equals(description);
    }
}
