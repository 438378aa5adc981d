package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;

/** Statuses of commits on Gitea, which has one for what is under way too. */
final class Gitea implements Service {
    private static final String JSON = "application/json";

    private final GiteaApi api;
    private final String context;

    private Gitea(GiteaApi api, String context) {
        this.api = api;
        this.context = context;
    }

    static Service open(Settings settings, Line line) throws DeliveryFailure, InterruptedException {
        return new Gitea(GiteaApi.open(settings, line), settings.commitStatus());
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        String commit = Commit.require(notification);
        String state =
                notification.isProgress() ? "pending" : Commit.state(notification, "gitea", "success", "failure");
        String description = Commit.description(notification);
        if (!isThere(commit, state, description, line)) {
            create(commit, state, description, line);
        }
    }

    private boolean isThere(String commit, String state, String description, Line line)
            throws DeliveryFailure, InterruptedException {
        JsonNode statuses;
        try {
            statuses = api.ask(
                    Request.get(api.inRepository("commits/" + commit + "/statuses?limit=50&page=1"))
                            .with("Content-Type", JSON),
                    line);
        } catch (DeliveryFailure failed) {
            throw failed.within("could not list commit statuses");
        }
        for (JsonNode status : statuses) {
            if (status.path("context").asText().equals(context)) {
                return status.path("status").asText().equals(state)
                        && status.path("description").asText().equals(description);
            }
        }
        return false;
    }

    private void create(String commit, String state, String description, Line line)
            throws DeliveryFailure, InterruptedException {
        try {
            var _ = api.ask(
                    Request.post(
                            api.inRepository("statuses/" + commit),
                            Json.object(
                                    "state", state,
                                    "target_url", "",
                                    "description", description,
                                    "context", context)),
                    line);
        } catch (DeliveryFailure failed) {
            throw failed.within("could not create commit status");
        }
    }
}
