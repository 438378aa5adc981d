package io.fluxj.cli.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A small GitHub: real Git over HTTP for who has the token, and as much of the API as bootstrap asks for, with a memory. */
final class FakeGitHub implements AutoCloseable {
    static final String TOKEN = "ghp_secret-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final BareRepositories repositories;
    private final GitHttpServer server;
    private final ArrayNode keys = JSON.createArrayNode();
    private final List<String> writes = new ArrayList<>();

    private FakeGitHub(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.repositories = new BareRepositories(folder);
        this.server = GitHttpServer.start(GitHttpServer.Options.of(folder).withHook(this::decide));
    }

    static FakeGitHub start(Path folder) throws IOException {
        return new FakeGitHub(folder);
    }

    String hostname() {
        return server.url().toString();
    }

    /** Requests that changed something. */
    synchronized List<String> writes() {
        return List.copyOf(writes);
    }

    /** Deploy keys, as {@code title read_only key}. */
    synchronized List<String> keys() {
        List<String> all = new ArrayList<>();
        keys.forEach(key -> all.add(key.path("title").asText() + " "
                + key.path("read_only").asText() + " " + key.path("key").asText()));
        return all;
    }

    private Decision decide(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (path.startsWith("/api/v3/")) {
            answer(exchange, path.substring("/api/v3".length()), given.equals("Bearer " + TOKEN));
            return new Decision.Answered();
        }
        String basic = "Basic " + Base64.getEncoder().encodeToString(("git:" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!given.equals(basic)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            send(exchange, 401, JSON.createObjectNode());
            return new Decision.Answered();
        }
        return new Decision.Serve(path);
    }

    private synchronized void answer(HttpExchange exchange, String path, boolean known) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        String method = exchange.getRequestMethod();
        if (!known) {
            send(exchange, 401, JSON.createObjectNode().put("message", "Bad credentials"));
            return;
        }
        if (!method.equals("GET")) {
            writes.add(method + " " + path);
        }
        switch (method + " " + path.replaceAll("/[0-9]+$", "/N")) {
            case "GET /user" -> send(exchange, 200, JSON.createObjectNode().put("login", "my-user"));
            case "POST /user/repos", "POST /orgs/my-org/repos" -> {
                String owner = path.startsWith("/user") ? "my-user" : "my-org";
                create(owner + "/" + body.path("name").asText());
                send(exchange, 201, body);
            }
            case "POST /repos/my-user/fleet-infra/keys", "POST /repos/my-org/fleet-infra/keys" -> {
                keys.add(((ObjectNode) body).put("id", keys.size() + 1));
                send(exchange, 201, body);
            }
            case "DELETE /repos/my-user/fleet-infra/keys/N" -> {
                keys.removeAll();
                send(exchange, 204, JSON.createObjectNode());
            }
            case "GET /repos/my-user/fleet-infra/keys", "GET /repos/my-org/fleet-infra/keys" ->
                send(exchange, 200, keys);
            default -> {
                Path repository = folder.resolve(path.replaceFirst("^/repos/", "") + ".git");
                boolean there = method.equals("GET") && Files.isDirectory(repository);
                send(exchange, there ? 200 : 404, JSON.createObjectNode().put("message", there ? "" : "Not Found"));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Makes a repository without any commit. */
    void create(String name) throws IOException {
        repositories.create(name);
    }

    /** Hash of the branch {@code main}; empty while it is not there. */
    String head(String name) throws IOException {
        return repositories.head(name);
    }

    /** Full messages of the commits, the oldest first. */
    List<String> messages(String name) throws IOException {
        return repositories.messages(name);
    }

    /** The text of a file of {@code main}. */
    String file(String name, String path) throws IOException {
        return repositories.file(name, path);
    }

    @Override
    public void close() {
        server.close();
    }
}
