package io.fluxj.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.Objects;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Commands that go on until they are stopped: each line is there as soon as there is something to tell, and being stopped is no failure. */
final class WatchingTest {
    private static final String KUSTOMIZATION = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: %s}
            spec: {interval: 1m, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
            """;

    @ClusterTest
    void getGoesOnWithEveryChange(KubeCluster cluster) throws Exception {
        new Fleet(cluster).has(KUSTOMIZATION.formatted("apps"));
        try (RunningCommand run = RunningCommand.on(cluster, "get", "ks", "--watch")) {
            run.awaitOut("apps");
            new Fleet(cluster).has(KUSTOMIZATION.formatted("infra"));
            run.awaitOut("infra");
            suspend(cluster, "apps");
            run.awaitOut("True");

            assertThat(run.stop()).isEqualTo(new CommandRun(0, """
                    NAME\tREVISION\tSUSPENDED\tREADY\tMESSAGE                \s
                    apps\t        \tFalse    \tFalse\twaiting to be reconciled\t
                    infra\t\tFalse\tFalse\twaiting to be reconciled\t
                    apps\t\tTrue\tFalse\twaiting to be reconciled\t
                    """, ""));
        }
    }

    private static void suspend(KubeCluster cluster, String name) {
        cluster.client()
                .genericKubernetesResources(Objects.definition(FluxKind.KUSTOMIZATION))
                .inNamespace(cluster.namespace())
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"suspend\": true}}");
    }

    @ClusterTest
    void eventsGoOnWithEveryNewOne(KubeCluster cluster) throws Exception {
        event(cluster, "a", "Normal", "first");
        try (RunningCommand run = RunningCommand.on(cluster, "events", "--watch", "--types=Warning")) {
            event(cluster, "b", "Warning", "second");
            run.awaitOut("second");
            event(cluster, "c", "Warning", "third");
            run.awaitOut("third");

            CommandRun stopped = run.stop();
            assertThat(stopped.code()).isZero();
            assertThat(stopped.out().lines().map(line -> line.replaceAll("^[^\t]*\t", "")))
                    .containsExactly(
                            "TYPE   \tREASON     \tOBJECT            \tMESSAGE",
                            "Warning\tProgressing\tKustomization/apps\tsecond \t",
                            "Warning\tProgressing\tKustomization/apps\tthird\t");
        }
    }

    private static void event(KubeCluster cluster, String name, String type, String message) {
        new Fleet(cluster).hasBuiltIn("""
                apiVersion: v1
                kind: Event
                metadata: {name: %s}
                involvedObject: {kind: Kustomization, name: apps, namespace: %s}
                type: %s
                reason: Progressing
                message: %s
                lastTimestamp: "2026-01-01T00:00:00Z"
                """.formatted(name, cluster.namespace(), type, message));
    }

    /** The API is a stub: the embedded one runs no containers that log. */
    @Test
    void logsGoOnWithEveryNewLine() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            api.setExecutor(threads);
            api.createContext("/", exchange -> answer(exchange, seen));
            api.start();
            String server = "--server=http://127.0.0.1:" + api.getAddress().getPort();
            try (RunningCommand run = RunningCommand.start(Map.of(), "logs", "--follow", server)) {
                assertThat(run.awaitOut("first")).doesNotContain("second");
                seen.countDown();

                assertThat(run.ended()).isEqualTo(new CommandRun(0, """
                        2026-01-01T00:00:00.000Z info Kustomization/apps.flux-system - first\s
                        2026-01-01T00:00:00.000Z info Kustomization/apps.flux-system - second\s
                        """, ""));
            } finally {
                seen.countDown();
                api.stop(0);
            }
        }
    }

    private static void answer(HttpExchange exchange, CountDownLatch seen) throws IOException {
        try (exchange;
                OutputStream body = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(200, 0);
            String path = exchange.getRequestURI().getPath();
            if (!path.endsWith("/log")) {
                body.write((path.endsWith("/deployments") ? DEPLOYMENTS : PODS).getBytes(StandardCharsets.UTF_8));
                return;
            }
            write(body, "first");
            seen.await();
            write(body, "second");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream body, String message) throws IOException {
        body.write("""
                {"level":"info","ts":"2026-01-01T00:00:00.000Z","msg":"%s","controllerKind":"Kustomization","name":"apps","namespace":"flux-system"}
                """.formatted(message).getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    private static final String DEPLOYMENTS = """
            {"apiVersion": "apps/v1", "kind": "DeploymentList", "items": [
              {"metadata": {"name": "kustomize-controller", "namespace": "flux-system"},
               "spec": {"template": {"metadata": {"labels": {"app": "kustomize-controller"}}}}}]}
            """;
    private static final String PODS = """
            {"apiVersion": "v1", "kind": "PodList", "items": [
              {"metadata": {"name": "kc-1", "namespace": "flux-system"}, "spec": {"containers": [{"name": "manager"}]}}]}
            """;
}
