package io.fluxj.source.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy behind which Amazon's token service, its ECR API and a registry are. */
final class FakeAmazon implements AutoCloseable {
    static final String PASSWORD = "canary-registry-password";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString(("AWS:" + PASSWORD).getBytes(UTF_8));

    private final HttpServer server;
    private final Path blobs;
    private final String digest;
    final List<String> posted = new CopyOnWriteArrayList<>();

    private FakeAmazon(HttpServer server, Path blobs, String digest) {
        this.server = server;
        this.blobs = blobs;
        this.digest = digest;
    }

    static FakeAmazon start(Path blobs, String digest) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeAmazon amazon = new FakeAmazon(server, blobs, digest);
        server.createContext("/", amazon::answer);
        server.start();
        return amazon;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                send(exchange, 200, path.startsWith("/sts") ? assumed() : authorization());
            } else if (path == null || !path.startsWith("/v2/")) {
                send(exchange, 405, new byte[0]);
            } else if (!BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"ecr\"");
                send(exchange, 401, new byte[0]);
            } else {
                file(exchange, path.substring(path.lastIndexOf('/') + 1).replace("1.0.0", digest));
            }
        }
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        exchange.getResponseHeaders().set("Docker-Content-Digest", name);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.oci.image.manifest.v1+json");
        send(
                exchange,
                200,
                name.isEmpty() ? new byte[0] : Files.readAllBytes(blobs.resolve(name.replace("sha256:", ""))));
    }

    private static byte[] assumed() {
        return """
                <AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>ASIA1</AccessKeyId>
                <SecretAccessKey>canary-secret-key</SecretAccessKey><SessionToken>canary-session</SessionToken>
                <Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>""".getBytes(UTF_8);
    }

    private static byte[] authorization() {
        String token = Base64.getEncoder().encodeToString(("AWS:" + PASSWORD).getBytes(UTF_8));
        return ("{\"authorizationData\":[{\"authorizationToken\":\"" + token + "\",\"expiresAt\":32472144000}]}")
                .getBytes(UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean bare = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, bare ? -1 : body.length);
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
