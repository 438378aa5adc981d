package io.fluxj.cli.bootstrap.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Deploy keys of a repository, in the form that GitHub, GitLab and Gitea share: {@code id}, {@code title}, {@code key} and one flag.
 *
 * @param path of the list
 * @param query that asks for one long page; more are asked for by {@code &page=N}
 */
record KeyList(HostApi api, String path, String query) {
    private static final int MOST_PAGES = 100;

    /** Makes the key what it should be; one of the same name that is another key, or may do other things, goes first. */
    boolean ensure(DeployKey key, String flag, boolean value) throws HostException, InterruptedException {
        List<JsonNode> named = all().stream()
                .filter(there -> there.path("title").asText().equals(key.name()))
                .toList();
        if (named.stream()
                .anyMatch(there -> key.isKey(there.path("key").asText())
                        && there.path(flag).asBoolean() == value)) {
            return false;
        }
        for (JsonNode other : named) {
            api.send("DELETE", path + "/" + other.path("id").asText());
        }
        ObjectNode made = JsonNodeFactory.instance
                .objectNode()
                .put("title", key.name())
                .put("key", key.publicKey().strip())
                .put(flag, value);
        api.send("POST", path, made);
        return true;
    }

    private List<JsonNode> all() throws HostException, InterruptedException {
        List<JsonNode> keys = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode some = api.get(path + query + (page == 1 ? "" : "&page=" + page));
            int before = keys.size();
            some.forEach(keys::add);
            if (keys.size() - before < pageSize()) {
                break;
            }
        }
        return keys;
    }

    private int pageSize() {
        return Integer.parseInt(query.substring(query.indexOf('=') + 1));
    }
}
