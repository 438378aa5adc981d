package io.fluxj.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Buckets as S3 serves them, in memory: where they are, their objects in pages, an object, which can be put and deleted. It asks for a signature and does not check it; keys may be
 * anything, which real servers on a file system do not allow.
 */
public final class S3TestServer implements AutoCloseable {
    private final HttpServer server;
    private final PlainFront front;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, NavigableMap<String, byte[]>> buckets = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final int pageSize;

    private S3TestServer(HttpServer server, PlainFront front, int pageSize) {
        this.server = server;
        this.front = front;
        this.pageSize = pageSize;
    }

    /** Starts on a free loopback port, with pages of a thousand objects. */
    public static S3TestServer start() throws IOException {
        return start(1000);
    }

    /** Starts on a free loopback port, with pages of so many objects. */
    public static S3TestServer start(int pageSize) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        S3TestServer started = new S3TestServer(server, PlainFront.before(server.getAddress()), pageSize);
        server.setExecutor(started.threads);
        server.createContext("/", started::serve);
        server.start();
        return started;
    }

    /** {@code 127.0.0.1:<port>}. */
    public String endpoint() {
        return "127.0.0.1:" + front.port();
    }

    /** Makes a bucket, if it is not there. */
    public void create(String bucket) {
        buckets.computeIfAbsent(bucket, _ -> new ConcurrentSkipListMap<>(S3TestServer::byBytes));
    }

    /** Puts an object into a bucket, which is made if it is not there. */
    public void put(String bucket, String key, String content) {
        create(bucket);
        objects(bucket).put(key, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The keys of all objects of a bucket. */
    public List<String> keys(String bucket) {
        return List.copyOf(objects(bucket).keySet());
    }

    /** Takes an object away. */
    public void remove(String bucket, String key) {
        objects(bucket).remove(key);
    }

    /** Paths and queries of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private NavigableMap<String, byte[]> objects(String bucket) {
        return buckets.getOrDefault(bucket, new TreeMap<>());
    }

    private static int byBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            requests.add(exchange.getRequestURI().toString());
            int slash = path.indexOf('/', 1);
            String bucket = slash < 0 ? path.substring(1) : path.substring(1, slash);
            String key = decoded(slash < 0 ? "" : path.substring(slash + 1).replace("+", "%2B"));
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            if (!String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .startsWith("AWS4-HMAC-SHA256 ")) {
                refuse(exchange, 403, "AccessDenied");
            } else if (!buckets.containsKey(bucket)) {
                refuse(exchange, 404, "NoSuchBucket");
            } else if (!key.isEmpty() && exchange.getRequestMethod().equals("PUT")) {
                objects(bucket).put(key, exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, -1);
            } else if (!key.isEmpty() && exchange.getRequestMethod().equals("DELETE")) {
                objects(bucket).remove(key);
                exchange.sendResponseHeaders(204, -1);
            } else if (!key.isEmpty()) {
                object(exchange, objects(bucket).get(key));
            } else if (query.containsKey("location")) {
                answer(exchange, 200, "<LocationConstraint>us-east-1</LocationConstraint>");
            } else {
                answer(exchange, 200, page(objects(bucket), query));
            }
        }
    }

    private static void object(HttpExchange exchange, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            refuse(exchange, 404, "NoSuchKey");
            return;
        }
        exchange.getResponseHeaders().set("ETag", "\"" + md5(bytes) + "\"");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String page(NavigableMap<String, byte[]> objects, Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        String after = query.getOrDefault("continuation-token", "");
        int size = Math.min(pageSize, Integer.parseInt(query.getOrDefault("max-keys", "1000")));
        StringBuilder xml = new StringBuilder("<ListBucketResult><EncodingType>url</EncodingType>");
        String last = "";
        int count = 0;
        boolean more = false;
        for (Map.Entry<String, byte[]> object : objects.tailMap(after, false).entrySet()) {
            if (!object.getKey().startsWith(prefix)) {
                continue;
            }
            if (count++ == size) {
                more = true;
                break;
            }
            last = object.getKey();
            xml.append("<Contents><Key>")
                    .append(URLEncoder.encode(last, StandardCharsets.UTF_8))
                    .append("</Key><ETag>&quot;")
                    .append(md5(object.getValue()))
                    .append("&quot;</ETag><Owner><ID>1</ID></Owner></Contents>");
        }
        xml.append("<IsTruncated>").append(more).append("</IsTruncated>");
        return xml.append(
                        more
                                ? "<NextContinuationToken>"
                                        + last.replace("&", "&amp;").replace("<", "&lt;") + "</NextContinuationToken>"
                                : "")
                .append("</ListBucketResult>")
                .toString();
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        answer(exchange, status, "<Error><Code>" + code + "</Code><Message>refused</Message></Error>");
    }

    private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> query(@Nullable String text) {
        Map<String, String> query = new HashMap<>();
        for (String parameter : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            String[] parts = parameter.split("=", 2);
            query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
