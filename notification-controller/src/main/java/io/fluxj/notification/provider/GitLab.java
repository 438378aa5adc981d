package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;

/** Statuses of commits on GitLab. */
final class GitLab implements Service {
    private final GitLabApi api;
    private final String name;

    private GitLab(GitLabApi api, String name) {
        this.api = api;
        this.name = name;
    }

    static Service of(Settings settings) throws DeliveryFailure {
        return new GitLab(GitLabApi.of(settings), settings.commitStatus());
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        if (notification.isProgress()) {
            return;
        }
        String commit = Commit.require(notification);
        String state = Commit.state(notification, "gitlab", "success", "failed");
        String description = Commit.description(notification);
        if (!isThere(commit, state, description, line)) {
            var _ = api.ask(
                    Request.post(
                            api.inProject("statuses/" + commit),
                            Json.object("state", state, "name", name, "description", description)),
                    line);
        }
    }

    private boolean isThere(String commit, String state, String description, Line line)
            throws DeliveryFailure, InterruptedException {
        String path = "repository/commits/" + commit + "/statuses?name=" + GitLabApi.encode(name);
        JsonNode statuses;
        try {
            statuses = api.ask(Request.get(api.inProject(path)), line);
        } catch (DeliveryFailure failed) {
            throw failed.within("unable to list commit status");
        }
        for (JsonNode status : statuses) {
            if (status.path("name").asText().equals(name)) {
                return status.path("status").asText().equals(state)
                        && status.path("description").asText().equals(description);
            }
        }
        return false;
    }
}
