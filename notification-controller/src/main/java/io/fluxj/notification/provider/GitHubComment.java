package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Comments on pull requests on GitHub. */
final class GitHubComment implements Service {
    private final GitHubApi api;
    private final String user;
    private final ObjectName provider;

    private GitHubComment(GitHubApi api, String user, ObjectName provider) {
        this.api = api;
        this.user = user;
        this.provider = provider;
    }

    static Service open(Settings settings, String token, Line line) throws DeliveryFailure, InterruptedException {
        GitHubApi api = GitHub.api(settings, token);
        try {
            return new GitHubComment(api, api.user(line), settings.provider());
        } catch (DeliveryFailure failed) {
            throw failed.within("failed to get authenticated user info");
        }
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        long number = Comment.number(notification, "Atoi");
        String marker = Comment.marker("pr", provider, notification);
        ObjectNode body = Comment.body(marker, notification);
        String known = Comment.find(comments(number, line), marker, "/user/login", user);
        if (known.isEmpty()) {
            send(
                    "failed to create comment",
                    Request.post(api.inRepository("issues/" + number + "/comments"), body),
                    line);
        } else {
            send(
                    "failed to edit comment",
                    Request.json("PATCH", api.inRepository("issues/comments/" + known), body),
                    line);
        }
    }

    private JsonNode comments(long number, Line line) throws DeliveryFailure, InterruptedException {
        String path = "issues/" + number + "/comments?direction=asc&per_page=100&sort=created";
        try {
            return api.ask(
                    Request.get(api.inRepository(path)).with("Accept", "application/vnd.github.squirrel-girl-preview"),
                    line);
        } catch (DeliveryFailure failed) {
            throw failed.within("failed to list comments");
        }
    }

    private void send(String otherwise, Request request, Line line) throws DeliveryFailure, InterruptedException {
        try {
            var _ = api.ask(request, line);
        } catch (DeliveryFailure failed) {
            throw failed.within(otherwise);
        }
    }
}
