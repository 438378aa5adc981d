package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Comments on merge requests on GitLab. */
final class GitLabComment implements Service {
    private final GitLabApi api;
    private final String user;
    private final ObjectName provider;

    private GitLabComment(GitLabApi api, String user, ObjectName provider) {
        this.api = api;
        this.user = user;
        this.provider = provider;
    }

    static Service open(Settings settings, Line line) throws DeliveryFailure, InterruptedException {
        GitLabApi api = GitLabApi.of(settings);
        try {
            return new GitLabComment(api, api.user(line), settings.provider());
        } catch (DeliveryFailure failed) {
            throw failed.within("failed to get authenticated user info");
        }
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        long number = Comment.number(notification, "ParseInt");
        String notes = "merge_requests/" + number + "/notes";
        String marker = Comment.marker("mr", provider, notification);
        ObjectNode body = Comment.body(marker, notification);
        JsonNode known = ask(
                "failed to list notes",
                Request.get(api.inProject(notes + "?order_by=created_at&per_page=100&sort=asc")),
                line);
        String own = Comment.find(known, marker, "/author/username", user);
        if (own.isEmpty()) {
            var _ = ask("failed to create note", Request.post(api.inProject(notes), body), line);
        } else {
            var _ = ask("failed to update note", Request.json("PUT", api.inProject(notes + "/" + own), body), line);
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
