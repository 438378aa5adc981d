package io.fluxj.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OCI registry that is read from: manifests and blobs are files of one folder, named by the hexadecimal digits of their SHA-256. */
public final class RegistryServer implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/v2/(.+)/(manifests|blobs|tags)/([^/]+)");
    private static final String JSON = "application/json";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Path folder;
    private final String authorization;
    private final Map<String, Map<String, Tagged>> repositories = new ConcurrentHashMap<>();

    private record Tagged(String digest, String mediaType) {}

    private RegistryServer(HttpServer server, ExecutorService threads, Path folder, String authorization) {
        this.server = server;
        this.threads = threads;
        this.folder = folder;
        this.authorization = authorization;
    }

    /** Starts on a free loopback port, open to everybody. */
    public static RegistryServer start(Path folder) throws IOException {
        return start(folder, "");
    }

    /** Starts on a free loopback port, for one user. */
    public static RegistryServer start(Path folder, String username, String password) throws IOException {
        byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return start(folder, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    private static RegistryServer start(Path folder, String authorization) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        RegistryServer registry = new RegistryServer(server, threads, folder, authorization);
        server.setExecutor(threads);
        server.createContext("/", registry::answer);
        server.start();
        return registry;
    }

    /** {@code 127.0.0.1:port}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets a tag lead to a manifest of the folder. */
    public void tag(String repository, String tag, String digest, String mediaType) {
        tags(repository).put(tag, new Tagged(digest, mediaType));
    }

    private Map<String, Tagged> tags(String repository) {
        return repositories.computeIfAbsent(repository, _ -> new ConcurrentSkipListMap<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            if (!authorization.isEmpty() && !authorization.equals(given)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
                error(exchange, 401, "UNAUTHORIZED", "authentication required", "");
                return;
            }
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            if (path.matches()) {
                answer(exchange, path.group(1), path.group(2), path.group(3));
            } else {
                send(exchange, exchange.getRequestURI().getPath().equals("/v2/") ? 200 : 404, JSON, new byte[0]);
            }
        }
    }

    private void answer(HttpExchange exchange, String repository, String what, String name) throws IOException {
        switch (what) {
            case "tags" -> list(exchange, repository);
            case "manifests" -> manifest(exchange, repository, name);
            default -> blob(exchange, name);
        }
    }

    private void list(HttpExchange exchange, String repository) throws IOException {
        String tags = tags(repository).keySet().stream()
                .map(tag -> "\"" + tag + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        String body = "{\"name\":\"%s\",\"tags\":%s}".formatted(repository, tags);
        send(exchange, 200, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    private void manifest(HttpExchange exchange, String repository, String name) throws IOException {
        Stream<Tagged> known = tags(repository).entrySet().stream()
                .filter(tag ->
                        tag.getKey().equals(name) || tag.getValue().digest().equals(name))
                .map(Map.Entry::getValue);
        Tagged found = known.findFirst().orElse(new Tagged(name, "application/vnd.oci.image.manifest.v1+json"));
        if (!file(exchange, found.digest(), found.mediaType())) {
            String detail = ",\"detail\":{\"Tag\":\"%s\"}".formatted(name);
            error(exchange, 404, "MANIFEST_UNKNOWN", "manifest unknown", detail);
        }
    }

    private void blob(HttpExchange exchange, String digest) throws IOException {
        if (!file(exchange, digest, "application/octet-stream")) {
            error(exchange, 404, "BLOB_UNKNOWN", "blob unknown to registry", "");
        }
    }

    /** Whether there is such a file. */
    private boolean file(HttpExchange exchange, String digest, String type) throws IOException {
        Path file = folder.resolve(digest.replaceFirst("^sha256:", ""));
        if (!digest.startsWith("sha256:") || !Files.exists(file)) {
            return false;
        }
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
        send(exchange, 200, type, Files.readAllBytes(file));
        return true;
    }

    private static void error(HttpExchange exchange, int status, String code, String message, String more)
            throws IOException {
        String body = "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"%s}]}".formatted(code, message, more);
        send(exchange, status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().put("Content-Type", List.of(type));
        boolean bare = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare || body.length == 0 ? -1 : body.length);
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
