package io.fluxj.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A fence may shut while a request is on its way to the connection. */
class FencedWritesTest {
    private static final int UNAUTHORIZED = 401;
    private static final int CREATED = 201;

    private final List<String> bodies = new CopyOnWriteArrayList<>();

    private static ConfigMap map(String namespace) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("a")
                .withNamespace(namespace)
                .endMetadata()
                .addToData("k", "ü".repeat(20_000))
                .build();
    }

    /** Shut after it was asked so many times. */
    private static WriteFence openFor(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return () -> {
            if (left.getAndDecrement() <= 0) {
                throw new WriteRefused("the leader lease was lost");
            }
        };
    }

    @ClusterTest
    void nothingIsWrittenWhenItShutsBeforeTheBodyGoesOut(KubeCluster cluster) {
        KubernetesClient client = KubernetesClients.fenced(cluster.client(), openFor(1));

        assertThatThrownBy(() -> client.resource(map(cluster.namespace())).create())
                .hasStackTraceContaining("the leader lease was lost");

        assertThat(cluster.client().resource(map(cluster.namespace())).get()).isNull();
    }

    @ClusterTest
    void theWholeBodyGoesOutWhileItIsOpen(KubeCluster cluster) {
        KubernetesClient client = KubernetesClients.fenced(cluster.client(), WriteFence.none());

        client.resource(map(cluster.namespace())).create();

        assertThat(cluster.client().resource(map(cluster.namespace())).get().getData())
                .isEqualTo(map("").getData());
    }

    /** The client sends it again by itself, without a word to those that it asks before. */
    @Test
    void aRequestThatIsSentAgainWithAFreshTokenIsHeldBackToo() throws IOException {
        create(WriteFence.none());
        assertThat(bodies).hasSize(2).allMatch(body -> body.equals(bodies.getFirst()) && body.contains("üü"));

        bodies.clear();
        assertThatThrownBy(() -> create(openAsLongAs(bodies::isEmpty)))
                .hasStackTraceContaining("the leader lease was lost");
        assertThat(bodies).hasSize(1);
    }

    private static WriteFence openAsLongAs(BooleanSupplier open) {
        return () -> {
            if (!open.getAsBoolean()) {
                throw new WriteRefused("the leader lease was lost");
            }
        };
    }

    /** At a server that finds the first token too old. */
    private void create(WriteFence fence) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            bodies.add(body);
            exchange.sendResponseHeaders(bodies.size() == 1 ? UNAUTHORIZED : CREATED, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .withOauthTokenProvider(() -> "token")
                .build();
        try (KubernetesClient client = KubernetesClients.of(config)) {
            KubernetesClients.fenced(client, fence).resource(map("default")).create();
        } finally {
            server.stop(0);
        }
    }
}
