package io.fluxj.cli.bootstrap.host;

import static io.fluxj.cli.bootstrap.host.HostApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Gitea and Forgejo. Source: Gitea's API, version 1. */
public final class GiteaHost implements GitHost, AutoCloseable {
    private static final String ROOT = "/api/v1";

    private final HostApi api;
    private final HostAccess access;
    private final WantedRepository wanted;

    private GiteaHost(HostApi api, HostAccess access, WantedRepository wanted) {
        this.api = api;
        this.access = access;
        this.wanted = wanted;
    }

    /** Opens the API. */
    public static GiteaHost open(HostAccess access, WantedRepository wanted) throws HostException {
        Map<String, String> headers = Map.of("Authorization", "token " + access.token(), "Accept", "application/json");
        return new GiteaHost(HostApi.open(access, headers), access, wanted);
    }

    @Override
    public HostedRepository ensureRepository() throws HostException, InterruptedException {
        requireGitea();
        Optional<JsonNode> there = api.find(repository());
        if (there.isEmpty()) {
            create();
        } else if (wanted.reconcile()) {
            reconcile(there.get());
        }
        return new HostedRepository(access.https(wanted.path()), access.ssh(wanted.path()), there.isEmpty());
    }

    /** What answers something else would refuse everything after this less clearly. */
    private void requireGitea() throws HostException, InterruptedException {
        if (api.find(ROOT + "/version")
                .filter(answer -> answer.path("version").isTextual())
                .isEmpty()) {
            throw new HostException(0, access.host() + " is neither Gitea nor Forgejo: it tells no version");
        }
    }

    private void create() throws HostException, InterruptedException {
        ObjectNode repository = settings().put("name", wanted.name()).put("auto_init", false);
        if (wanted.personal()) {
            requireSelf();
            api.send("POST", ROOT + "/user/repos", repository);
        } else {
            api.send("POST", ROOT + "/orgs/" + encoded(wanted.owner()) + "/repos", repository);
        }
    }

    private void requireSelf() throws HostException, InterruptedException {
        String self = api.get(ROOT + "/user").path("login").asText();
        if (!self.equalsIgnoreCase(wanted.owner())) {
            throw new HostException(
                    0,
                    "the token belongs to " + self + ", who cannot make a repository of " + wanted.owner()
                            + "; leave out --personal if that is an organisation");
        }
    }

    private void reconcile(JsonNode there) throws HostException, InterruptedException {
        ObjectNode settings = settings();
        boolean differs =
                settings.propertyStream().anyMatch(field -> !field.getValue().equals(there.path(field.getKey())));
        if (differs) {
            api.send("PATCH", repository(), settings);
        }
    }

    private ObjectNode settings() {
        return object().put("default_branch", wanted.branch())
                .put("description", WantedRepository.DESCRIPTION)
                .put("private", wanted.visibility().isRestricted());
    }

    /** What a team may do is the team's own setting, not the repository's. */
    @Override
    public boolean ensureTeam(String team, String permission) throws HostException, InterruptedException {
        String path = repository() + "/teams/" + encoded(team);
        if (api.find(path).isPresent()) {
            return false;
        }
        api.send("PUT", path);
        return true;
    }

    @Override
    public boolean ensureDeployKey(DeployKey key) throws HostException, InterruptedException {
        return new KeyList(api, repository() + "/keys", "?limit=50").ensure(key, "read_only", !key.writes());
    }

    private String repository() {
        return ROOT + "/repos/" + encoded(wanted.owner()) + "/" + encoded(wanted.name());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        api.close();
    }
}
