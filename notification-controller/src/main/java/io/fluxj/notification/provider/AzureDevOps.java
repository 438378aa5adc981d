package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.secret.BasicAuth;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;

/** Statuses of commits on Azure DevOps, at {@code https://host/organization/project/_git/repository}. */
final class AzureDevOps implements Service {
    private static final int PARTS = 4;
    /** The application ID of Azure DevOps. */
    private static final String SCOPE = "499b84ac-1321-427f-aa17-267ca6975798/.default";
    /** Tenants write addresses, and whoever is shown a token of the controller is the controller. */
    private static final Pattern OF_MICROSOFT =
            Pattern.compile("https://(dev\\.azure|[a-z0-9-]{1,63}\\.visualstudio)\\.com");

    private static final String VERSION = "application/json;api-version=6.0";

    private final String commits;
    private final String authorization;
    private final String name;

    private AzureDevOps(String commits, String authorization, String name) {
        this.commits = commits;
        this.authorization = authorization;
        this.name = name;
    }

    /**
     * The repository of a Provider.
     *
     * @throws DeliveryFailure when its address names none, or nobody says who we are
     */
    static Service open(Settings settings, CloudIdentity clouds, Line line) throws DeliveryFailure {
        GitAddress repository = GitAddress.parse(settings.address());
        String[] parts = repository.parts();
        if (parts.length != PARTS || !parts[2].equals("_git")) {
            throw new DeliveryFailure("invalid repository id \"" + repository.repository() + "\"");
        }
        String commits = repository.server() + "/" + parts[0] + "/" + parts[1] + "/_apis/git/repositories/" + parts[3]
                + "/commits/";
        return new AzureDevOps(
                commits.replace(" ", "%20"),
                new BasicAuth("", token(settings, repository, clouds, line)).header(),
                settings.commitStatus());
    }

    private static String token(Settings settings, GitAddress repository, CloudIdentity clouds, Line line)
            throws DeliveryFailure {
        if (!settings.token().isEmpty()) {
            return settings.token();
        }
        if (!OF_MICROSOFT.matcher(repository.server()).matches()) {
            throw new DeliveryFailure(
                    "azure devops token cannot be empty: only dev.azure.com and visualstudio.com are shown the workload identity, others need a token in the Secret");
        }
        try {
            return clouds.azure(settings, SCOPE, line);
        } catch (IdentityException none) {
            throw new DeliveryFailure("failed to acquire azure devops token: " + none.message());
        }
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
