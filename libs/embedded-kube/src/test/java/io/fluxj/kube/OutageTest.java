package io.fluxj.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test can do to the clients of a server: cut their watches, let old versions expire, take the server away and back. */
@SuppressWarnings("NullAway.Init")
class OutageTest {
    private static final String WATCH = "/api/v1/namespaces/default/configmaps?watch=true&resourceVersion=";

    @TempDir
    private Path folder;

    @Test
    void aChunkedWatchIsCutWithoutItsEnd() throws Exception {
        try (EmbeddedKube kube = EmbeddedKube.start();
                KubernetesClient client = client(kube)) {
            Chunks chunks = new Chunks();
            AsyncBody body = chunked(client, kube, "0", chunks);
            whenSeen(client, chunks.texts::poll);

            kube.cutWatches();

            assertThatThrownBy(() -> body.done().get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Exception.class);
        }
    }

    @Test
    void aWebSocketWatchIsCutWithoutAClosingFrame() throws Exception {
        try (EmbeddedKube kube = EmbeddedKube.start();
                KubernetesClient client = client(kube)) {
            Frames frames = new Frames();
            webSocket(client, kube, "0", frames);
            whenSeen(client, frames.texts::poll);

            kube.cutWatches();

            // 1006 is what a client is told when no closing frame came.
            assertThat(frames.end.get(20, TimeUnit.SECONDS)).isIn("error", "closed 1006");
        }
    }

    @Test
    void aWatchFromAVersionThatIsForgottenIsToldSoInAnEvent() throws Exception {
        try (EmbeddedKube kube = EmbeddedKube.start();
                KubernetesClient client = client(kube)) {
            String before =
                    client.resource(configMap("a")).create().getMetadata().getResourceVersion();
            client.resource(configMap("b")).create();
            kube.compact();

            Frames frames = new Frames();
            webSocket(client, kube, before, frames);
            Chunks chunks = new Chunks();
            chunked(client, kube, before, chunks).done().get(20, TimeUnit.SECONDS);

            assertThat(frames.texts.poll(20, TimeUnit.SECONDS)).contains("\"ERROR\"", "\"Expired\"", "\"code\":410");
            assertThat(chunks.texts.poll(20, TimeUnit.SECONDS)).contains("\"ERROR\"", "\"Expired\"", "\"code\":410");
        }
    }

    @Test
    void aServerComesBackAtItsAddressWithItsObjects() {
        int port;
        KubernetesClient client;
        String before;
        try (EmbeddedKube kube = EmbeddedKube.builder().storage(folder).start()) {
            port = kube.port();
            client = client(kube);
            before = client.resource(configMap("a")).create().getMetadata().getResourceVersion();
            client.resource(configMap("b")).create();
        }
        try (client) {
            Chunks chunks = new Chunks();
            try (EmbeddedKube kube =
                    EmbeddedKube.builder().storage(folder).port(port).start()) {
                assertThat(client.configMaps()
                                .inNamespace("default")
                                .withName("a")
                                .get())
                        .isNotNull();
                chunked(client, kube, before, chunks)
                        .done()
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join();
            }
            assertThat(chunks.texts.poll()).contains("\"Expired\"");
        }
    }

    private static KubernetesClient client(EmbeddedKube kube) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kube.kubeconfig()))
                .build();
    }

    private static ConfigMap configMap(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .build();
    }

    /** A watch that is being answered sees the object sooner or later. */
    private static void whenSeen(KubernetesClient client, Supplier<String> next) {
        client.resource(configMap("seen")).create();
        await().until(() -> String.valueOf(next.get()).contains("\"seen\""));
    }

    private static AsyncBody chunked(KubernetesClient client, EmbeddedKube kube, String since, Chunks chunks) {
        HttpClient http = client.getHttpClient();
        AsyncBody body = http.consumeBytes(
                        http.newHttpRequestBuilder()
                                .uri(kube.url() + WATCH + since)
                                .build(),
                        chunks)
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .body();
        body.consume();
        return body;
    }

    private static void webSocket(KubernetesClient client, EmbeddedKube kube, String since, Frames frames) {
        client.getHttpClient()
                .newWebSocketBuilder()
                .uri(URI.create(kube.url() + WATCH + since))
                .header("Origin", kube.url())
                .buildAsync(frames)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static final class Chunks implements AsyncBody.Consumer<List<ByteBuffer>> {
        private final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();

        @Override
        public void consume(List<ByteBuffer> buffers, AsyncBody body) {
            buffers.forEach(
                    buffer -> texts.add(StandardCharsets.UTF_8.decode(buffer).toString()));
            body.consume();
        }
    }

    private static final class Frames implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final CompletableFuture<String> end = new CompletableFuture<>();

        @Override
        public void onMessage(WebSocket socket, String text) {
            texts.add(text);
            socket.request();
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason) {
            end.complete("closed " + code);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end.complete("error");
        }
    }
}
