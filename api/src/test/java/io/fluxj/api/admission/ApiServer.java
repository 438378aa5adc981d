package io.fluxj.api.admission;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real API server for the tests of one class. */
final class ApiServer implements AutoCloseable {
    private static final String VERSION = "1.36.0"; // names the folder only
    private static final int TRIES = 3;

    private final Path assets;
    private final Path folder;
    private final KubeAPIServer server;
    private final KubernetesClient client;

    private ApiServer(Path assets, Path folder, KubeAPIServer server, KubernetesClient client) {
        this.assets = assets;
        this.folder = folder;
        this.server = server;
        this.client = client;
    }

    static ApiServer start(Path folder) throws IOException {
        Path assets = Path.of(System.getenv("KUBEBUILDER_ASSETS"));
        Path programs = Files.createDirectories(folder.resolve("k8s").resolve(VERSION + "-linux-amd64"));
        for (String program : new String[] {"etcd", "kube-apiserver", "kubectl"}) {
            Files.createSymbolicLink(
                    programs.resolve(program), assets.resolve(program).toRealPath());
        }
        KubeAPIServer server = started(folder);
        return new ApiServer(assets, folder, server, connect(server));
    }

    /** The ports are free when they are chosen, and may be taken by another test before the programs listen. */
    private static KubeAPIServer started(Path folder) {
        for (int tries = 1; ; tries++) {
            var server = new KubeAPIServer(KubeAPIServerConfigBuilder.anAPIServerConfig()
                    .withTestDir(folder.toString())
                    .withOfflineMode(true)
                    .withApiServerVersion(VERSION)
                    .withUpdateKubeConfig(false)
                    .withWaitForEtcdHealthCheckOnStartup(true)
                    .build());
            try {
                server.start();
                return server;
            } catch (RuntimeException failed) {
                stop(server, failed);
                if (tries == TRIES) {
                    throw failed;
                }
            }
        }
    }

    /** What was not started cannot be stopped, and says so; the reason for which it was not matters more. */
    private static void stop(KubeAPIServer server, RuntimeException reason) {
        try {
            server.stop();
        } catch (RuntimeException notStarted) {
            reason.addSuppressed(notStarted);
        }
    }

    private static KubernetesClient connect(KubeAPIServer server) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.getKubeConfigYaml()))
                .build();
    }

    KubernetesClient client() {
        return client;
    }

    /** Installs our CRDs the way the documentation says, and waits until they are served. */
    void installCrds() throws IOException, InterruptedException {
        kubectl("apply", "--server-side", "--force-conflicts", "-f", "../crds");
        awaitCrds();
    }

    void awaitCrds() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
                        .allMatch(crd -> crd.getStatus().getConditions().stream()
                                .anyMatch(condition -> condition.getType().equals("Established")
                                        && condition.getStatus().equals("True"))));
    }

    private void kubectl(String... arguments) throws IOException, InterruptedException {
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), server.getKubeConfigYaml());
        var command = new ProcessBuilder(assets.resolve("kubectl").toString(), "--kubeconfig=" + kubeconfig);
        command.command().addAll(List.of(arguments));
        Path output = folder.resolve("kubectl.log");
        Process process = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(Files.readString(output));
        }
    }

    void createNamespace(String name) {
        apply("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"" + name + "\"}}", "test");
    }

    /** Applies an object server-side, refusing fields that the schema lacks. */
    GenericKubernetesResource apply(String manifest, String fieldManager) {
        var object = client.getKubernetesSerialization().unmarshal(manifest, GenericKubernetesResource.class);
        return client.resource(object)
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager(fieldManager)
                        .withForce(true)
                        .withFieldValidation("Strict")
                        .build());
    }

    @Override
    public void close() {
        client.close();
        server.stop();
    }
}
