package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.runtime.secret.BasicAuth;
import java.net.URI;
import java.util.UUID;

/** Statuses of commits on Azure DevOps, at {@code https://host/organization/project/_git/repository}. */
final class AzureDevOps implements Service {
    private static final int PARTS = 4;
    private static final String VERSION = "application/json;api-version=6.0";

    private final String commits;
    private final String authorization;
    private final String name;

    private AzureDevOps(String commits, String authorization, String name) {
        this.commits = commits;
        this.authorization = authorization;
        this.name = name;
    }

    static Service of(Settings settings) throws DeliveryFailure {
        GitAddress repository = GitAddress.parse(settings.address());
        String[] parts = repository.parts();
        if (settings.token().isEmpty()) {
            throw new DeliveryFailure("azure devops token cannot be empty");
        }
        if (parts.length != PARTS || !parts[2].equals("_git")) {
            throw new DeliveryFailure("invalid repository id \"" + repository.repository() + "\"");
        }
        String commits = repository.server() + "/" + parts[0] + "/" + parts[1] + "/_apis/git/repositories/" + parts[3]
                + "/commits/";
        return new AzureDevOps(
                commits.replace(" ", "%20"), new BasicAuth("", settings.token()).header(), settings.commitStatus());
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        if (notification.isProgress()) {
            return;
        }
        String commit = Commit.require(notification);
        String state = Commit.state(notification, "azure devops", "succeeded", "error");
        String description = Commit.description(notification);
        URI statuses = URI.create(commits + commit + "/statuses");
        ObjectNode context = Json.object("genre", genre(notification), "name", name);
        if (!isThere(statuses, context, state, description, line)) {
            ObjectNode status = Json.object("context", context, "description", description, "state", state);
            var _ = ask(
                    "could not create commit status",
                    Request.post(statuses, status).with("Content-Type", "application/json;charset=utf-8"),
                    line);
        }
    }

    private static String genre(Notification notification) {
        String summary = notification.metadata().get("summary");
        return summary == null ? "fluxcd" : "fluxcd:" + summary;
    }

    private boolean isThere(URI statuses, ObjectNode context, String state, String description, Line line)
            throws DeliveryFailure, InterruptedException {
        JsonNode known = ask("could not list commit statuses", Request.get(statuses), line);
        for (JsonNode status : known.path("value")) {
            if (status.at("/context/name").equals(context.path("name"))
                    && status.at("/context/genre").equals(context.path("genre"))) {
                return status.path("state").asText().equals(state)
                        && status.path("description").asText().equals(description);
            }
        }
        return false;
    }

    private JsonNode ask(String otherwise, Request request, Line line) throws DeliveryFailure, InterruptedException {
        Reply reply = line.once(request.with("Authorization", authorization)
                .with("Accept", VERSION)
                .with("X-TFS-FedAuthRedirect", "Suppress")
                .with("X-TFS-Session", UUID.randomUUID().toString()));
        if (!reply.isOk()) {
            String message = reply.json().path("message").asText();
            throw new DeliveryFailure(otherwise + ": " + (message.isEmpty() ? StatusText.of(reply.status()) : message));
        }
        return reply.json();
    }
}
