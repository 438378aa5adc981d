package io.fluxj.reflector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A registry that lists whatever tags it is told to, also such as a real one refuses, and fails in the ways that were recorded. */
public final class ImageRegistry implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/v2/(.+)/(manifests|tags|blobs)/([^/]+)");
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("user:pass".getBytes(StandardCharsets.UTF_8));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<String>> tags = new ConcurrentHashMap<>();
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final AtomicInteger configs = new AtomicInteger();
    private final AtomicInteger lists = new AtomicInteger();

    private ImageRegistry(HttpServer server) {
        this.server = server;
    }

    public static ImageRegistry start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ImageRegistry registry = new ImageRegistry(server);
        server.setExecutor(registry.threads);
        server.createContext("/", registry::answer);
        server.start();
        return registry;
    }

    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public void tags(String repository, List<String> all) {
        tags.put(repository, all);
    }

    /** Lets {@code repository:tag} lead to a manifest. */
    public void digest(String image, String digest) {
        digests.put(image, digest);
    }

    /** Lets {@code repository:tag} lead to an image with this configuration, which may be fetched. */
    public void build(String image, String config) {
        String described = keep(config);
        String manifest =
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{"
                        + "\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\"" + described
                        + "\",\"size\":" + config.length() + "},\"layers\":[]}";
        digest(image, keep(manifest));
    }

    private String keep(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            String digest = "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            contents.put(digest, bytes);
            return digest;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How many configurations of images were fetched. */
    public int configs() {
        return configs.get();
    }

    /** How many pages of tags were asked for. */
    public int lists() {
        return lists.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches()) {
                send(exchange, 200, "");
            } else if (path.group(2).equals("tags")) {
                lists.incrementAndGet();
                list(exchange, path.group(1));
            } else if (path.group(2).equals("blobs")) {
                configs.incrementAndGet();
                content(exchange, path.group(3));
            } else if (contents.containsKey(path.group(3))) {
                exchange.getResponseHeaders().set("Docker-Content-Digest", path.group(3));
                exchange.getResponseHeaders().set("Content-Type", "application/vnd.oci.image.manifest.v1+json");
                content(exchange, path.group(3));
            } else {
                manifest(exchange, path.group(1) + ":" + path.group(3));
            }
        }
    }

    private void content(HttpExchange exchange, String digest) throws IOException {
        byte[] bytes = contents.get(digest);
        if (bytes == null) {
            error(exchange, 404, "BLOB_UNKNOWN", "blob unknown", "");
            return;
        }
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void manifest(HttpExchange exchange, String image) throws IOException {
        String digest = digests.get(image);
        if (digest == null) {
            error(exchange, 404, "MANIFEST_UNKNOWN", "manifest unknown", "");
            return;
        }
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.oci.image.manifest.v1+json");
        exchange.sendResponseHeaders(200, -1);
    }

    private void list(HttpExchange exchange, String repository) throws IOException {
        String kind = repository.split("/", 2)[0];
        switch (kind) {
            case "unauth" -> error(exchange, 401, "UNAUTHORIZED", "authentication required", "");
            case "err429" -> error(exchange, 429, "TOOMANYREQUESTS", "rate exceeded", "");
            case "nulltags" -> send(exchange, 200, "{\"name\":\"x\",\"tags\":null}");
            case "paged" -> page(exchange, repository);
            case "basic" -> basic(exchange);
            default -> known(exchange, repository);
        }
    }

    private void known(HttpExchange exchange, String repository) throws IOException {
        List<String> all = tags.get(repository);
        if (all == null) {
            error(
                    exchange,
                    404,
                    "NAME_UNKNOWN",
                    "repository name not known to registry",
                    ",\"detail\":{\"name\":\"" + repository + "\"}");
        } else {
            send(exchange, 200, json(repository, all));
        }
    }

    private void basic(HttpExchange exchange) throws IOException {
        if (BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 200, json("basic/name", List.of("1.0.0")));
        } else {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
            error(exchange, 401, "UNAUTHORIZED", "authentication required", "");
        }
    }

    /** Two tags at a time. */
    private void page(HttpExchange exchange, String repository) throws IOException {
        List<String> all = Objects.requireNonNull(tags.get(repository));
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        Matcher last = Pattern.compile("last=([^&]+)").matcher(query);
        int from = last.find() ? all.indexOf(last.group(1)) + 1 : 0;
        List<String> page = all.subList(from, Math.min(from + 2, all.size()));
        if (from + 2 < all.size()) {
            exchange.getResponseHeaders()
                    .set("Link", "</v2/" + repository + "/tags/list?n=2&last=" + page.getLast() + ">; rel=\"next\"");
        }
        send(exchange, 200, json(repository, page));
    }

    private static String json(String repository, List<String> all) {
        return all.stream()
                .map(tag -> "\"" + tag + "\"")
                .collect(Collectors.joining(",", "{\"name\":\"" + repository + "\",\"tags\":[", "]}"));
    }

    private static void error(HttpExchange exchange, int status, String code, String message, String detail)
            throws IOException {
        send(
                exchange,
                status,
                "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"%s}]}".formatted(code, message, detail));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean bare = exchange.getRequestMethod().equals("HEAD") || bytes.length == 0;
        exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
        if (!bare) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
