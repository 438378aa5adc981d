package io.fluxj.cli.bootstrap.host;

import static io.fluxj.cli.bootstrap.host.HostApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Bitbucket Server and Data Center; not Bitbucket Cloud. Source: Atlassian's REST API 1.0 of core and of SSH keys. */
public final class BitbucketHost implements GitHost, AutoCloseable {
    private static final String ROOT = "/rest/api/1.0";
    private static final String KEYS = "/rest/keys/1.0";
    private static final Set<String> PERMISSIONS = Set.of("REPO_READ", "REPO_WRITE", "REPO_ADMIN");
    private static final String PAGE = "?limit=1000";

    private final HostApi api;
    private final HostAccess access;
    private final WantedRepository wanted;

    private BitbucketHost(HostApi api, HostAccess access, WantedRepository wanted) {
        this.api = api;
        this.access = access;
        this.wanted = wanted;
    }

    /** Opens the API. */
    public static BitbucketHost open(HostAccess access, WantedRepository wanted) throws HostException {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + access.token(), "Accept", "application/json");
        return new BitbucketHost(HostApi.open(access, headers), access, wanted);
    }

    @Override
    public HostedRepository ensureRepository() throws HostException, InterruptedException {
        String key = projectKey();
        String path = repository(key);
        Optional<JsonNode> there = api.find(path);
        if (there.isEmpty()) {
            create(key);
        } else if (wanted.reconcile()) {
            reconcile(path, there.get());
        }
        JsonNode repository = there.isPresent() ? there.get() : api.get(path);
        String git = "scm/" + key.toLowerCase(Locale.ROOT) + "/" + slug();
        return new HostedRepository(
                link(repository, "http").orElse(access.https(git)),
                link(repository, "ssh").orElse(access.ssh(git.substring("scm/".length()) + ".git")),
                there.isEmpty());
    }

    /** Projects are asked for by their names, and called by their keys. */
    private String projectKey() throws HostException, InterruptedException {
        if (wanted.personal()) {
            JsonNode user = api.get(ROOT + "/users/" + encoded(wanted.owner()));
            return "~" + user.path("slug").asText(wanted.owner());
        }
        JsonNode found = api.get(ROOT + "/projects?name=" + encoded(wanted.owner()));
        return StreamSupport.stream(found.path("values").spliterator(), false)
                .filter(project -> project.path("name").asText().equalsIgnoreCase(wanted.owner())
                        || project.path("key").asText().equalsIgnoreCase(wanted.owner()))
                .map(project -> project.path("key").asText())
                .findFirst()
                .orElseThrow(() -> new HostException(
                        404,
                        "there is no project " + wanted.owner() + " on " + access.host()
                                + ", or the token may not see it; for a user's own repository add --personal"));
    }

    private void create(String key) throws HostException, InterruptedException {
        ObjectNode repository = settings().put("name", wanted.name()).put("scmId", "git");
        repository.put("defaultBranch", wanted.branch());
        api.send("POST", ROOT + "/projects/" + encoded(key) + "/repos", repository);
    }

    private void reconcile(String path, JsonNode there) throws HostException, InterruptedException {
        ObjectNode settings = settings();
        boolean differs =
                settings.propertyStream().anyMatch(field -> !field.getValue().equals(there.path(field.getKey())));
        if (differs) {
            api.send("PUT", path, settings);
        }
        api.send("PUT", path + "/branches/default", object().put("id", "refs/heads/" + wanted.branch()));
    }

    private ObjectNode settings() {
        return object().put("description", WantedRepository.DESCRIPTION)
                .put("public", !wanted.visibility().isRestricted());
    }

    private static Optional<String> link(JsonNode repository, String name) {
        return StreamSupport.stream(repository.path("links").path("clone").spliterator(), false)
                .filter(link -> link.path("name").asText().equals(name))
                .map(link -> link.path("href").asText())
                .findFirst();
    }

    @Override
    public boolean ensureTeam(String group, String permission) throws HostException, InterruptedException {
        if (!PERMISSIONS.contains(permission)) {
            throw new HostException(
                    0,
                    "'" + permission + "' is none of Bitbucket's permissions "
                            + PERMISSIONS.stream().sorted().collect(Collectors.joining(", ")));
        }
        String path =
                repository(projectKey()) + "/permissions/groups?name=" + encoded(group) + "&permission=" + permission;
        api.send("PUT", path);
        return true;
    }

    @Override
    public boolean ensureDeployKey(DeployKey key) throws HostException, InterruptedException {
        String path = KEYS + "/projects/" + encoded(projectKey()) + "/repos/" + encoded(slug()) + "/ssh";
        String permission = key.writes() ? "REPO_WRITE" : "REPO_READ";
        for (JsonNode there : api.get(path + PAGE).path("values")) {
            if (!there.path("key").path("label").asText().equals(key.name())) {
                continue;
            }
            String id = there.path("key").path("id").asText();
            if (!key.isKey(there.path("key").path("text").asText())) {
                api.send("DELETE", path + "/" + id);
            } else if (there.path("permission").asText().equals(permission)) {
                return false;
            } else {
                api.send("PUT", path + "/" + id + "/permission/" + permission);
                return true;
            }
        }
        ObjectNode made = object().put("permission", permission);
        made.putObject("key").put("text", key.publicKey().strip()).put("label", key.name());
        api.send("POST", path, made);
        return true;
    }

    private String repository(String key) {
        return ROOT + "/projects/" + encoded(key) + "/repos/" + encoded(slug());
    }

    /** What Bitbucket makes of a name. */
    private String slug() {
        return wanted.name().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        api.close();
    }
}
