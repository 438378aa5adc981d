package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Comments on pull requests on Gitea. */
final class GiteaComment implements Service {
    private final GiteaApi api;
    private final String user;
    private final ObjectName provider;

    private GiteaComment(GiteaApi api, String user, ObjectName provider) {
        this.api = api;
        this.user = user;
        this.provider = provider;
    }

    static Service open(Settings settings, Line line) throws DeliveryFailure, InterruptedException {
        GiteaApi api = GiteaApi.open(settings, line);
        try {
            return new GiteaComment(api, api.user(line), settings.provider());
        } catch (DeliveryFailure failed) {
            throw failed.within("failed to get authenticated user info");
        }
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        long number = Comment.number(notification, "Atoi");
        String comments = "issues/" + number + "/comments";
        String marker = Comment.marker("pr", provider, notification);
        ObjectNode body = Comment.body(marker, notification);
        JsonNode known =
                ask("failed to list comments", Request.get(api.inRepository(comments + "?limit=100&page=1")), line);
        String own = Comment.find(known, marker, "/user/login", user);
        if (own.isEmpty()) {
            var _ = ask("failed to create comment", Request.post(api.inRepository(comments), body), line);
        } else {
            var _ = ask(
                    "failed to edit comment",
                    Request.json("PATCH", api.inRepository("issues/comments/" + own), body),
                    line);
        }
    }

    private JsonNode ask(String otherwise, Request request, Line line) throws DeliveryFailure, InterruptedException {
        try {
            return api.ask(request, line);
        } catch (DeliveryFailure failed) {
            throw failed.within(otherwise);
        }
    }
}
