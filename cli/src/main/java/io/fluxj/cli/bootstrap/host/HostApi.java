package io.fluxj.cli.bootstrap.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;

/** Speaks JSON with a host. Redirects are not followed: a token goes to the host that was named, and to no other. */
final class HostApi implements AutoCloseable {
    private static final int MOST_BYTES = 8 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final HostAccess access;
    private final Map<String, String> headers;

    private HostApi(HttpClient client, HostAccess access, Map<String, String> headers) {
        this.client = client;
        this.access = access;
        this.headers = headers;
    }

    /**
     * Makes one that connects to nobody yet.
     *
     * @param headers sent with every request
     */
    static HostApi open(HostAccess access, Map<String, String> headers) throws HostException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(access.timeout())
                .proxy(access.proxies().selector());
        if (access.proxies().haveCredentials()) {
            builder.authenticator(access.proxies().authenticator());
        }
        try {
            access.tls().context().ifPresent(builder::sslContext);
        } catch (GeneralSecurityException | IOException unusable) {
            throw new HostException("the certificates of --ca-file cannot be used: " + unusable.getMessage(), unusable);
        }
        return new HostApi(builder.build(), access, headers);
    }

    /** One answer; its body is missing where the host sent none. */
    record Answer(int status, JsonNode body, HttpResponse<?> response) {
        boolean isOk() {
            return status >= 200 && status < 300;
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** What is there; empty where the host says 404. */
    Optional<JsonNode> find(String path) throws HostException, InterruptedException {
        Answer answer = ask("GET", path, Optional.empty());
        return answer.status() == 404 ? Optional.empty() : Optional.of(required("GET", path, answer));
    }

    JsonNode get(String path) throws HostException, InterruptedException {
        return required("GET", path, ask("GET", path, Optional.empty()));
    }

    JsonNode send(String method, String path, JsonNode body) throws HostException, InterruptedException {
        return required(method, path, ask(method, path, Optional.of(body)));
    }

    JsonNode send(String method, String path) throws HostException, InterruptedException {
        return required(method, path, ask(method, path, Optional.empty()));
    }

    private JsonNode required(String method, String path, Answer answer) throws HostException {
        if (answer.isOk()) {
            return answer.body();
        }
        throw Refusal.of(access.host(), method + " " + path.split("\\?", 2)[0], answer);
    }

    private Answer ask(String method, String path, Optional<JsonNode> body) throws HostException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(access.place() + path))
                .timeout(access.timeout())
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElseGet(BodyPublishers::noBody));
        headers.forEach(request::header);
        if (body.isPresent()) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                return new Answer(response.statusCode(), json(in.readNBytes(MOST_BYTES)), response);
            }
        } catch (IOException unreachable) {
            throw new HostException(
                    "cannot reach " + access.host() + ": " + reason(unreachable) + "; is --hostname right?",
                    unreachable);
        }
    }

    private static String reason(IOException failed) {
        String said = failed.getMessage();
        return said == null || said.isBlank() ? failed.getClass().getSimpleName() : said;
    }

    /** Pages of proxies and the like are no JSON, and nobody wants to read them. */
    private static JsonNode json(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException page) {
            return JSON.missingNode();
        }
    }

    /** A part of a path, or a value in a query. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
