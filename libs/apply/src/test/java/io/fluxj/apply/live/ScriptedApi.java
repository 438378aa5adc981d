package io.fluxj.apply.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.apply.cluster.Cluster;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An API with ConfigMaps whose watches say the same each time, and stay open: what no real server does when it is asked to. */
final class ScriptedApi implements AutoCloseable {
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final String KINDS =
            "{\"resources\":[{\"name\":\"configmaps\",\"kind\":\"ConfigMap\",\"namespaced\":true}]}";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch watched = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;
    private final KubernetesClient client;
    private final String said;
    private volatile String items = "";

    private ScriptedApi(HttpServer server, String said) {
        this.server = server;
        this.said = said;
        this.client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withAutoConfigure(false)
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .build())
                .build();
    }

    static ScriptedApi whoseWatchesSay(String lines) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ScriptedApi api = new ScriptedApi(server, lines);
        server.setExecutor(api.threads);
        server.createContext("/api/v1", api::answer);
        server.start();
        return api;
    }

    Cluster cluster() {
        return Cluster.of(client);
    }

    /** Returns when the first watch has been answered. */
    void awaitWatch() throws InterruptedException {
        watched.await();
    }

    /** From now on lists show the ConfigMap. */
    void has(String name) {
        items = "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"apps\"}}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        try (exchange) {
            if ("websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"))) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
            } else if (query.contains("watch=true")) {
                watch(exchange);
            } else if (exchange.getRequestURI().getPath().endsWith("/configmaps")) {
                say(exchange, "{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[" + items + "]}");
            } else {
                say(exchange, KINDS);
            }
        }
    }

    private void watch(HttpExchange exchange) throws IOException {
        say(exchange, said);
        watched.countDown();
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        body.write(text.getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    @Override
    public void close() {
        over.countDown();
        client.close();
        server.stop(0);
        threads.close();
    }
}
