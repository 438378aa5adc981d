package io.fluxj.runtime.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.impl.KubernetesClientImpl;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.client.WriteRefused;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Whatever happens during a pass, each object that it brought into the cluster is in the stored inventory. */
final class InventoryLedgerTest {
    private static final String ROLE = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: "{p}role"}
            rules: []
            ---
            """;
    private static final String REFUSED = """
            apiVersion: v1
            kind: Service
            metadata: {name: "{p}web", namespace: "{ns}"}
            spec: {selector: {app: web}, ports: [{port: 0}]}
            """;
    private static final int WRITES_AT_LEAST = 10;

    @ClusterTest
    void holdsEverythingWhicheverWriteIsTheLastOfAProcess(KubeCluster cluster) {
        boolean died = true;
        int allowed = 0;
        for (; died; allowed++) {
            Applier applier = Applier.create(cluster, "app-" + allowed);
            applier.pass(cluster.client(), map("a", 1) + map("b", 1));
            AtomicInteger left = new AtomicInteger(allowed);

            applier.pass(dying(cluster, left), ROLE + map("b", 2) + map("c", 2) + map("d", 2));

            died = left.get() < 0;
            assertThat(applier.inventory())
                    .as("after %d writes", allowed)
                    .containsAll(applier.live())
                    .contains("ConfigMap/b");
            applier.pass(cluster.client(), map("e", 3));
            assertThat(applier.live()).as("after %d writes", allowed).containsExactly("ConfigMap/e");
            assertThat(applier.inventory()).containsExactly("ConfigMap/e");
        }
        assertThat(allowed).isGreaterThan(WRITES_AT_LEAST);
    }

    @ClusterTest
    void holdsWhatWasAppliedBeforeARefusalAndNotWhatWasNot(KubeCluster cluster) {
        Applier applier = Applier.create(cluster, "app");
        applier.pass(cluster.client(), map("a", 1));

        applier.pass(cluster.client(), ROLE + map("b", 2) + REFUSED);

        assertThat(applier.live()).containsExactlyInAnyOrder("ConfigMap/a", "ClusterRole/role");
        assertThat(applier.inventory()).containsExactly("ConfigMap/a", "ClusterRole/role");
    }

    @ClusterTest
    void holdsWhatWasWrittenThoughTheAnswerWasLost(KubeCluster cluster) {
        Applier applier = Applier.create(cluster, "app");
        applier.pass(cluster.client(), map("a", 1));

        applier.pass(losing(cluster, uri -> uri.contains("-b?") && !uri.contains("dryRun")), map("a", 1) + map("b", 2));

        assertThat(applier.live()).containsExactlyInAnyOrder("ConfigMap/a", "ConfigMap/b");
        assertThat(applier.inventory()).containsExactly("ConfigMap/a", "ConfigMap/b");
        applier.pass(cluster.client(), map("a", 1));
        assertThat(applier.live()).containsExactly("ConfigMap/a");
    }

    @ClusterTest
    void holdsWhatCouldNotBeDeletedUntilItIs(KubeCluster cluster) {
        Applier applier = Applier.create(cluster, "app");
        applier.pass(cluster.client(), map("a", 1) + map("b", 1));
        Cluster powerless = Cluster.of(cluster.client()).impersonating("nobody");

        applier.pass(cluster.client(), powerless, map("b", 1) + map("c", 1));
        assertThat(applier.inventory()).containsExactly("ConfigMap/b", "ConfigMap/c", "ConfigMap/a");

        applier.pass(cluster.client(), map("b", 1) + map("c", 1));
        assertThat(applier.inventory()).containsExactly("ConfigMap/b", "ConfigMap/c");
        assertThat(applier.live()).containsExactlyInAnyOrder("ConfigMap/b", "ConfigMap/c");
    }

    private static String map(String name, int value) {
        return """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: "{p}%s", namespace: "{ns}"}
            data: {k: "%d"}
            ---
            """.formatted(name, value);
    }

    /** The client of a process that dies after so many more writes. */
    private static KubernetesClient dying(KubeCluster cluster, AtomicInteger writes) {
        return KubernetesClients.fenced(cluster.client(), () -> {
            if (writes.getAndDecrement() <= 0) {
                throw new WriteRefused("this process is dead");
            }
        });
    }

    private static void lose(List<ByteBuffer> answer, AsyncBody body) {
        throw new IllegalStateException("the answer was lost");
    }

    /** A client that hears no answer from these addresses, though the server does what it is asked. */
    private static KubernetesClient losing(KubeCluster cluster, Predicate<String> addresses) {
        KubernetesClient client = cluster.client();
        HttpClient http = client.getHttpClient()
                .newBuilder()
                .addOrReplaceInterceptor("losing", new Interceptor() {
                    @Override
                    public AsyncBody.Consumer<List<ByteBuffer>> consumer(
                            AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
                        boolean lost = request.method().equals("PATCH")
                                && addresses.test(request.uri().toString());
                        return lost ? InventoryLedgerTest::lose : consumer;
                    }
                })
                .build();
        return new KubernetesClientImpl(
                http, client.getConfiguration(), () -> Runnable::run, client.getKubernetesSerialization());
    }
}
