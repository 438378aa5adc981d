package io.fluxj.cli.bootstrap.host;

import static io.fluxj.cli.bootstrap.host.HostApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** GitLab, with groups within groups. Source: GitLab's REST API, version 4. */
public final class GitLabHost implements GitHost, DeployTokens, AutoCloseable {
    private static final String ROOT = "/api/v4";
    private static final String PAGE = "?per_page=100";
    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("guest", 10),
            Map.entry("pull", 10),
            Map.entry("reporter", 20),
            Map.entry("triage", 20),
            Map.entry("developer", 30),
            Map.entry("push", 30),
            Map.entry("maintainer", 40),
            Map.entry("maintain", 40),
            Map.entry("owner", 50),
            Map.entry("admin", 50));

    private final HostApi api;
    private final HostAccess access;
    private final WantedRepository wanted;

    private GitLabHost(HostApi api, HostAccess access, WantedRepository wanted) {
        this.api = api;
        this.access = access;
        this.wanted = wanted;
    }

    /** Opens the API. */
    public static GitLabHost open(HostAccess access, WantedRepository wanted) throws HostException {
        return new GitLabHost(HostApi.open(access, Map.of("PRIVATE-TOKEN", access.token())), access, wanted);
    }

    @Override
    public HostedRepository ensureRepository() throws HostException, InterruptedException {
        Optional<JsonNode> there = api.find(ROOT + "/projects/" + encoded(path()));
        if (there.isEmpty()) {
            create();
        } else if (wanted.reconcile()) {
            reconcile(there.get());
        }
        return new HostedRepository(access.https(wanted.path()), access.ssh(wanted.path()), there.isEmpty());
    }

    private void create() throws HostException, InterruptedException {
        ObjectNode project = settings().put("name", wanted.name());
        if (wanted.personal()) {
            requireSelf();
        } else {
            project.put("namespace_id", groupId(wanted.owner()));
        }
        api.send("POST", ROOT + "/projects", project);
    }

    private void requireSelf() throws HostException, InterruptedException {
        String self = api.get(ROOT + "/user").path("username").asText();
        if (!self.equalsIgnoreCase(wanted.owner())) {
            throw new HostException(
                    0,
                    "the token belongs to " + self + ", who cannot make a project of " + wanted.owner()
                            + "; leave out --personal if that is a group");
        }
    }

    private long groupId(String group) throws HostException, InterruptedException {
        return api.find(ROOT + "/groups/" + encoded(group))
                .orElseThrow(() -> new HostException(
                        404,
                        "there is no group " + group + " on " + access.host()
                                + ", or the token may not see it; for a user's own project add --personal"))
                .path("id")
                .asLong();
    }

    private void reconcile(JsonNode there) throws HostException, InterruptedException {
        ObjectNode settings = settings();
        boolean differs =
                settings.propertyStream().anyMatch(field -> !field.getValue().equals(there.path(field.getKey())));
        if (differs) {
            api.send("PUT", ROOT + "/projects/" + there.path("id").asLong(), settings);
        }
    }

    private ObjectNode settings() {
        return object().put("default_branch", wanted.branch())
                .put("description", WantedRepository.DESCRIPTION)
                .put("visibility", wanted.visibility().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean ensureTeam(String group, String permission) throws HostException, InterruptedException {
        Integer level = LEVELS.get(permission);
        if (level == null) {
            throw new HostException(
                    0, "'" + permission + "' is none of guest, reporter, developer, maintainer and owner");
        }
        JsonNode project = project();
        for (JsonNode shared : project.path("shared_with_groups")) {
            if (shared.path("group_full_path").asText().equalsIgnoreCase(group)
                    && shared.path("group_access_level").asInt() == level) {
                return false;
            }
        }
        ObjectNode share = object().put("group_id", groupId(group)).put("group_access", level);
        api.send("POST", ROOT + "/projects/" + project.path("id").asLong() + "/share", share);
        return true;
    }

    @Override
    public boolean ensureDeployKey(DeployKey key) throws HostException, InterruptedException {
        String path = ROOT + "/projects/" + project().path("id").asLong() + "/deploy_keys";
        return new KeyList(api, path, PAGE).ensure(key, "can_push", key.writes());
    }

    @Override
    public DeployToken newDeployToken(String name) throws HostException, InterruptedException {
        ObjectNode wish = object().put("name", name);
        wish.putArray("scopes").add("read_repository");
        String path = ROOT + "/projects/" + project().path("id").asLong() + "/deploy_tokens";
        JsonNode made = api.send("POST", path, wish);
        return new DeployToken(
                made.path("username").asText(), made.path("token").asText());
    }

    private JsonNode project() throws HostException, InterruptedException {
        return api.get(ROOT + "/projects/" + encoded(path()));
    }

    /** GitLab's paths are in small letters, whatever the names are. */
    private String path() {
        return wanted.path().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        api.close();
    }
}
