package io.fluxj.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.TestJvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.io.TempDir;

/** All controllers as one process, from a commit to the applied object and the message about it. */
class SuiteTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @ClusterTest
    void oneProcessFetchesAppliesAndTells(KubeCluster cluster) throws Exception {
        commit();
        int metrics = FreePort.choose();
        try (GitTestServer git = GitTestServer.start(folder.resolve("git"));
                EventSink sink = EventSink.start()) {
            Process process = start(cluster, metrics);
            try {
                create(cluster, objects(git.url("fleet"), cluster.namespace(), sink.url()));

                await("applied")
                        .atMost(PATIENCE)
                        .until(() -> cluster.client()
                                        .configMaps()
                                        .inNamespace(cluster.namespace())
                                        .withName("settings")
                                        .get()
                                != null);
                await("told").atMost(PATIENCE).until(() -> !sink.eventsAbout(
                                "Kustomization", cluster.namespace(), "fleet")
                        .isEmpty());
                assertThat(scraped(metrics))
                        .contains("controller_runtime_reconcile_total{controller=\"gitrepository\",result=\"success\"}")
                        .contains("controller_runtime_reconcile_total{controller=\"kustomization\",result=\"success\"}")
                        .doesNotContain("http_client_requests_seconds_count{method=\"GET\"");
                process.destroy();
                assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
            } finally {
                process.destroyForcibly().waitFor();
                release(cluster);
            }
        }
    }

    private void commit() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("git/fleet"));
        Files.writeString(tree.resolve("settings.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                """);
        try (Git git =
                Git.init().setInitialBranch("main").setDirectory(tree.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setMessage("settings")
                    .setAuthor("A", "a@example.com")
                    .setCommitter("A", "a@example.com")
                    .call();
        }
    }

    private Process start(KubeCluster cluster, int metrics) throws IOException {
        List<String> command = TestJvm.command("-Xmx256m");
        String artifacts = "127.0.0.1:" + FreePort.choose();
        command.addAll(List.of(
                Suite.class.getName(),
                "--storage-path=" + Files.createDirectories(folder.resolve("data")),
                "--watch-all-namespaces=false",
                "--metrics-addr=127.0.0.1:" + metrics,
                "--health-addr=0",
                "--storage-addr=" + artifacts,
                "--storage-adv-addr=" + artifacts,
                "--notification-controller.events-addr=127.0.0.1:" + FreePort.choose(),
                "--notification-controller.receiverAddr=127.0.0.1:" + FreePort.choose()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("KUBECONFIG", cluster.kubeconfig().toString());
        builder.environment().put("RUNTIME_NAMESPACE", cluster.namespace());
        return builder.start();
    }

    private static String objects(String fleet, String namespace, URI sink) {
        return """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: fleet}
            spec: {interval: 1h, url: "%s", ref: {branch: main}}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: fleet}
            spec: {interval: 1h, path: ., prune: true, targetNamespace: %s, sourceRef: {kind: GitRepository, name: fleet}}
            ---
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Provider
            metadata: {name: sink}
            spec: {type: generic, address: "%s"}
            ---
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Alert
            metadata: {name: all}
            spec: {providerRef: {name: sink}, eventSources: [{kind: Kustomization, name: "*"}]}
            """.formatted(fleet, namespace, sink);
    }

    private static void create(KubeCluster cluster, String objects) {
        for (String object : objects.split("(?m)^---$", -1)) {
            cluster.client()
                    .resource(Serialization.unmarshal(object, GenericKubernetesResource.class))
                    .inNamespace(cluster.namespace())
                    .create();
        }
    }

    /** Nobody is left to take the finalizers off. */
    private static void release(KubeCluster cluster) {
        for (String kind : List.of("GitRepository", "Kustomization")) {
            String group = kind.equals("GitRepository") ? "source" : "kustomize";
            cluster.client()
                    .genericKubernetesResources(group + ".toolkit.fluxcd.io/v1", kind)
                    .inNamespace(cluster.namespace())
                    .withName("fleet")
                    .edit(object -> {
                        object.getMetadata().setFinalizers(List.of());
                        return object;
                    });
        }
    }

    private static String scraped(int port) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
