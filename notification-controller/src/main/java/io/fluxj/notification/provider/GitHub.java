package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;

/** Statuses of commits on GitHub. */
final class GitHub implements Service {
    private final GitHubApi api;
    private final String context;

    private GitHub(GitHubApi api, String context) {
        this.api = api;
        this.context = context;
    }

    static Service of(Settings settings, String token) throws DeliveryFailure {
        return new GitHub(api(settings, token), settings.commitStatus());
    }

    /** The API, for a repository that has an owner and a name. */
    static GitHubApi api(Settings settings, String token) throws DeliveryFailure {
        GitAddress repository = GitAddress.parse(settings.address());
        if (!repository.isOwnerAndName()) {
            throw new DeliveryFailure("invalid repository id: '" + repository.repository() + "'");
        }
        return GitHubApi.of(repository, token);
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        if (notification.isProgress()) {
            return;
        }
        String commit = Commit.require(notification);
        String state = Commit.state(notification, "github", "success", "failure");
        String description = Commit.description(notification);
        if (!isThere(commit, state, description, line)) {
            create(commit, state, description, line);
        }
    }

    /** The newest status of a context comes first. */
    private boolean isThere(String commit, String state, String description, Line line)
            throws DeliveryFailure, InterruptedException {
        JsonNode statuses;
        try {
            statuses = api.ask(Request.get(api.inRepository("commits/" + commit + "/statuses?per_page=50")), line);
        } catch (DeliveryFailure failed) {
            throw failed.within("could not list commit statuses");
        }
        for (JsonNode status : statuses) {
            if (status.path("context").asText().equals(context)) {
                return status.path("state").asText().equals(state)
                        && status.path("description").asText().equals(description);
            }
        }
        return false;
    }

    private void create(String commit, String state, String description, Line line)
            throws DeliveryFailure, InterruptedException {
        try {
            var _ = api.ask(
                    Request.post(api.inRepository("statuses/" + commit), GitHubApi.status(state, description, context)),
                    line);
        } catch (DeliveryFailure failed) {
            throw failed.within("could not create commit status");
        }
    }
}
