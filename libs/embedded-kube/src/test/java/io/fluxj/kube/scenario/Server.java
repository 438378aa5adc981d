package io.fluxj.kube.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A server that scenarios are run against, reached as an administrator by token. */
public final class Server {
    private static final String BEARER = "bearer.authorization";

    private final String url;
    private final String token;
    private final HttpClient client;

    /** Reaches a server whose certificate is not looked at. */
    public Server(String url, String token) {
        this.url = url;
        this.token = token;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trustAll())
                .build();
    }

    /** A request with the administrator's token unless the headers say who asks. */
    public HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path));
        if (!headers.containsKey("Authorization")) {
            builder.header("Authorization", "Bearer " + token);
        }
        headers.forEach(builder::header);
        return builder;
    }

    /** The answer. */
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A websocket; without subprotocols the administrator's token is in the head. */
    public WebSocket socket(String path, List<String> protocols, WebSocket.Listener listener)
            throws WebSocketHandshakeException {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        if (!path.contains("{nowhere}")) {
            builder.header("Origin", "https://nowhere.example");
        }
        if (protocols.stream().noneMatch(p -> p.contains(BEARER))) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (!protocols.isEmpty()) {
            String[] all = protocols.stream().map(this::filled).toArray(String[]::new);
            builder.subprotocols(all[0], Arrays.copyOfRange(all, 1, all.length));
        }
        try {
            return builder.buildAsync(
                            URI.create(url.replace("https:", "wss:") + path.replace("{nowhere}", "")), listener)
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw refused;
            }
            throw new IllegalStateException("websocket " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String filled(String protocol) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8));
        return protocol.replace("{token}", encoded);
    }

    /** Whether it says that it is ready. */
    public boolean isReady() {
        try {
            HttpRequest request = request("/readyz", Map.of()).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trustAll() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anyone()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
