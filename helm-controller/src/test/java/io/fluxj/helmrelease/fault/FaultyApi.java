package io.fluxj.helmrelease.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way from a controller to the API, on which requests about single namespaces go wrong. */
final class FaultyApi implements Interceptor, AutoCloseable {
    private static final Pattern NAMESPACED = Pattern.compile("/namespaces/([^/]+)/([a-z]+)");

    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final Set<String> everywhere = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private FaultyApi(HttpServer server) {
        this.server = server;
    }

    static FaultyApi start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FaultyApi api = new FaultyApi(server);
        server.setExecutor(api.threads);
        server.createContext("/", FaultyApi::answer);
        server.start();
        return api;
    }

    /** Answers as the last part of the path says; without a word when that is no fault of a server. */
    private static void answer(HttpExchange exchange) throws IOException {
        Fault fault = Fault.valueOf(exchange.getRequestURI().getPath().substring(1));
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (fault.code > 0) {
                byte[] body =
                        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"trouble\",\"reason\":\"%s\",\"code\":%d}"
                                .formatted(fault.reason, fault.code)
                                .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(fault.code, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** A client as a controller's process has one, over this way. */
    KubernetesClient client(KubeCluster cluster) {
        Config config = new ConfigBuilder(cluster.client().getConfiguration())
                .withRequestRetryBackoffLimit(0)
                .build();
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withKubernetesSerialization(KubernetesClients.serialization())
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("trouble", this))
                .build();
    }

    /** From now on requests about the namespace are counted; the one at this place goes wrong. */
    Trouble expect(String namespace, Fault fault, int place) {
        Trouble trouble = new Trouble(fault, place);
        troubles.put(namespace, trouble);
        return trouble;
    }

    /** Paths of requests that were about no single namespace. */
    Set<String> everywhere() {
        return Set.copyOf(everywhere);
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (!NAMESPACED.matcher(request.uri().getPath()).find()) {
            everywhere.add(request.uri().getPath());
        }
        trouble(request).ifPresent(trouble -> {
            if (trouble.strikes(line(request))) {
                builder.uri(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"
                        + possible(trouble.fault(), request.method())));
            }
        });
    }

    /** Nobody is faster than a read. */
    private static Fault possible(Fault fault, String method) {
        return fault == Fault.CONFLICT && method.equals("GET") ? Fault.BUSY : fault;
    }

    @Override
    public AsyncBody.Consumer<List<ByteBuffer>> consumer(
            AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
        boolean unheard = trouble(request)
                .filter(trouble -> trouble.isUnheard(line(request)))
                .isPresent();
        return unheard
                ? (bytes, body) -> {
                    throw new IOException("the answer was lost");
                }
                : consumer;
    }

    private static String line(HttpRequest request) {
        return request.method() + " " + request.uri();
    }

    /** Watches and Events come and go beside the work. */
    private Optional<Trouble> trouble(HttpRequest request) {
        Matcher matcher = NAMESPACED.matcher(request.uri().getPath());
        String query = String.valueOf(request.uri().getQuery());
        return matcher.find() && !matcher.group(2).equals("events") && !query.contains("watch=true")
                ? Optional.ofNullable(troubles.get(matcher.group(1)))
                : Optional.empty();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
