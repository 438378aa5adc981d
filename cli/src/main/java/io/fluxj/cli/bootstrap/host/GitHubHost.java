package io.fluxj.cli.bootstrap.host;

import static io.fluxj.cli.bootstrap.host.HostApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GitHub, also one's own (GitHub Enterprise Server). Source: GitHub's REST API, version 2022-11-28. */
public final class GitHubHost implements GitHost, AutoCloseable {
    /** Permissions, the greatest first. */
    private static final List<String> PERMISSIONS = List.of("admin", "maintain", "push", "triage", "pull");

    private static final int PAGE = 100;

    private final HostApi api;
    private final String root;
    private final HostAccess access;
    private final WantedRepository wanted;

    /** @param root path of the API: empty on {@code api.github.com}, {@code /api/v3} elsewhere */
    private GitHubHost(HostApi api, String root, HostAccess access, WantedRepository wanted) {
        this.api = api;
        this.root = root;
        this.access = access;
        this.wanted = wanted;
    }

    /**
     * Opens the API.
     *
     * @param server where it is, when that is not where Git is
     */
    public static GitHubHost open(HostAccess access, Optional<URI> server, WantedRepository wanted)
            throws HostException {
        HostAccess of = server.map(place -> new HostAccess(
                        place, access.sshHost(), access.token(), access.tls(), access.proxies(), access.timeout()))
                .orElse(access);
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + access.token(),
                "Accept", "application/vnd.github+json",
                "X-GitHub-Api-Version", "2022-11-28");
        return new GitHubHost(HostApi.open(of, headers), server.isPresent() ? "" : "/api/v3", access, wanted);
    }

    @Override
    public HostedRepository ensureRepository() throws HostException, InterruptedException {
        Optional<JsonNode> there = api.find(repository());
        if (there.isEmpty()) {
            create();
        } else if (wanted.reconcile()) {
            reconcile(there.get());
        }
        return new HostedRepository(access.https(wanted.path()), access.ssh(wanted.path()), there.isEmpty());
    }

    private void create() throws HostException, InterruptedException {
        ObjectNode repository = settings().put("auto_init", false);
        if (wanted.personal()) {
            requireSelf();
            api.send("POST", root + "/user/repos", repository);
        } else {
            api.send("POST", root + "/orgs/" + encoded(wanted.owner()) + "/repos", repository);
        }
    }

    /** A token makes repositories of its own user only. */
    private void requireSelf() throws HostException, InterruptedException {
        String self = api.get(root + "/user").path("login").asText();
        if (!self.equalsIgnoreCase(wanted.owner())) {
            throw new HostException(
                    0,
                    "the token belongs to " + self + ", who cannot make a repository of " + wanted.owner()
                            + "; leave out --personal if that is an organisation");
        }
    }

    private void reconcile(JsonNode there) throws HostException, InterruptedException {
        ObjectNode settings = settings().put("default_branch", wanted.branch());
        boolean differs =
                settings.propertyStream().anyMatch(field -> !field.getValue().equals(there.path(field.getKey())));
        if (differs) {
            api.send("PATCH", repository(), settings);
        }
    }

    private ObjectNode settings() {
        return object().put("name", wanted.name())
                .put("description", WantedRepository.DESCRIPTION)
                .put("private", wanted.visibility().isRestricted());
    }

    @Override
    public boolean ensureTeam(String team, String permission) throws HostException, InterruptedException {
        if (!PERMISSIONS.contains(permission)) {
            throw new HostException(
                    0, "'" + permission + "' is none of GitHub's permissions " + String.join(", ", PERMISSIONS));
        }
        String path = root + "/orgs/" + encoded(wanted.owner()) + "/teams/" + encoded(team) + "/repos/"
                + encoded(wanted.owner()) + "/" + encoded(wanted.name());
        Optional<JsonNode> there = api.find(path);
        if (there.map(GitHubHost::greatest).filter(permission::equals).isPresent()) {
            return false;
        }
        api.send("PUT", path, object().put("permission", permission));
        return true;
    }

    private static String greatest(JsonNode repository) {
        return PERMISSIONS.stream()
                .filter(name -> repository.path("permissions").path(name).asBoolean())
                .findFirst()
                .orElse("");
    }

    @Override
    public boolean ensureDeployKey(DeployKey key) throws HostException, InterruptedException {
        return new KeyList(api, repository() + "/keys", "?per_page=" + PAGE).ensure(key, "read_only", !key.writes());
    }

    private String repository() {
        return root + "/repos/" + encoded(wanted.owner()) + "/" + encoded(wanted.name());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        api.close();
    }
}
