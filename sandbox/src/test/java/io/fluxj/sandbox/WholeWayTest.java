package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.kustomization.KustomizeController;
import io.fluxj.notification.NotificationController;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.source.SourceController;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.RequestSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a push: a hook of the Git server calls the webhook of a Receiver, which asks for a look at the GitRepository, whose new revision the
 * Kustomization applies, of which an Alert tells a sink. All intervals are hours, so that nothing comes by itself.
 */
final class WholeWayTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String OBJECTS = """
            {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "token"}, "stringData": {"token": "s3cret"}}
            {"apiVersion": "source.toolkit.fluxcd.io/v1", "kind": "GitRepository", "metadata": {"name": "app"},
             "spec": {"url": "{git}", "interval": "2h", "ref": {"branch": "main"}}}
            {"apiVersion": "kustomize.toolkit.fluxcd.io/v1", "kind": "Kustomization", "metadata": {"name": "app"},
             "spec": {"interval": "2h", "prune": true, "sourceRef": {"kind": "GitRepository", "name": "app"}}}
            {"apiVersion": "notification.toolkit.fluxcd.io/v1", "kind": "Receiver", "metadata": {"name": "push"},
             "spec": {"type": "gitlab", "secretRef": {"name": "token"}, "resources": [{"kind": "GitRepository", "name": "app"}]}}
            {"apiVersion": "notification.toolkit.fluxcd.io/v1beta3", "kind": "Provider", "metadata": {"name": "sink"},
             "spec": {"type": "generic", "address": "{sink}/events"}}
            {"apiVersion": "notification.toolkit.fluxcd.io/v1beta3", "kind": "Alert", "metadata": {"name": "all"},
             "spec": {"providerRef": {"name": "sink"}, "eventSources": [{"kind": "Kustomization", "name": "*"}]}}
            """;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @TempDir
    Path home;

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Test
    void ofAPushEndsAtTheSink() throws Exception {
        Assumptions.assumeTrue(isThere("git") && isThere("curl"), "the hook needs the programs git and curl");
        Path repository = commitTo(home.resolve("served/app.git"), "1");
        GitTestServer git = keep(GitTestServer.start(home.resolve("served")));
        RequestSink sink = keep(RequestSink.start(request -> RequestSink.Reply.OK));
        EmbeddedKube kube = keep(EmbeddedKube.start());
        KubernetesClient client = keep(new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kube.kubeconfig()))
                .build());
        new Definitions(client)
                .install(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager("test")
                        .withForce(true)
                        .build());
        int hooks = startControllers(kube);
        for (String object : objects(git, sink)) {
            client.resource(JSON.readValue(object, GenericKubernetesResource.class))
                    .inNamespace("default")
                    .create();
        }
        await("first revision").until(() -> value(client).equals(Optional.of("1")));

        writeHook(repository, "http://127.0.0.1:" + hooks + awaitPath(client));
        String commit = commit(repository, "2");

        await("second revision").until(() -> value(client).equals(Optional.of("2")));
        JsonNode event = await("event")
                .until(
                        () -> events(sink)
                                .filter(told -> told.at("/metadata/revision")
                                                .asText()
                                                .endsWith(commit)
                                        && told.path("message").asText().contains("ConfigMap/default/app configured"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(event.at("/involvedObject/kind").asText()).isEqualTo("Kustomization");
        assertThat(event.path("severity").asText()).isEqualTo("info");
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.push(resource);
        return resource;
    }

    private int startControllers(EmbeddedKube kube) throws Exception {
        int events = FreePort.choose();
        int hooks = FreePort.choose();
        String storage = "127.0.0.1:" + FreePort.choose();
        KubernetesClient client = keep(KubernetesClients.of(Config.fromKubeconfig(kube.kubeconfig())));
        start(
                client,
                new NotificationController(),
                "--events-addr=127.0.0.1:" + events,
                "--receiverAddr=127.0.0.1:" + hooks);
        String told = "--events-addr=http://127.0.0.1:" + events + "/";
        start(
                client,
                new SourceController(),
                told,
                "--storage-path=" + Files.createDirectories(home.resolve("storage")),
                "--storage-addr=" + storage,
                "--storage-adv-addr=" + storage);
        start(client, new KustomizeController(), told);
        return hooks;
    }

    private <O extends ControllerOptions> void start(
            KubernetesClient client, ControllerDefinition<O> definition, String... flags) throws Exception {
        String[] all = Stream.concat(Arrays.stream(flags), Stream.of("--metrics-addr=0", "--health-addr=0"))
                .toArray(String[]::new);
        RunningController controller = keep(ControllerProgram.start(
                definition,
                ControllerProgram.parse(definition, all),
                client,
                Map.of("RUNTIME_NAMESPACE", "flux-system")));
        controller.working().join();
    }

    private static List<String> objects(GitTestServer git, RequestSink sink) {
        String filled = OBJECTS.replace("{git}", git.url("app.git"))
                .replace("{sink}", sink.url().toString());
        return List.of(filled.split("\n(?=\\{)", -1));
    }

    private static Optional<String> value(KubernetesClient client) {
        ConfigMap found =
                client.configMaps().inNamespace("default").withName("app").get();
        return Optional.ofNullable(found).map(map -> map.getData().getOrDefault("value", ""));
    }

    private static String awaitPath(KubernetesClient client) {
        return await("path of the webhook")
                .until(
                        () -> Optional.ofNullable((String)
                                client.genericKubernetesResources("notification.toolkit.fluxcd.io/v1", "Receiver")
                                        .inNamespace("default")
                                        .withName("push")
                                        .get()
                                        .get("status", "webhookPath")),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Stream<JsonNode> events(RequestSink sink) throws IOException {
        Stream.Builder<JsonNode> events = Stream.builder();
        for (RequestSink.Request request : sink.requests()) {
            events.add(JSON.readTree(request.body()));
        }
        return events.build();
    }

    /** A new bare repository with one commit. */
    private Path commitTo(Path repository, String value) throws Exception {
        Files.createDirectories(repository);
        git(repository, "init", "--bare", "--quiet", "--initial-branch=main");
        git(home, "clone", "--quiet", repository.toString(), "work");
        commit(repository, value);
        return repository;
    }

    private String commit(Path repository, String value) throws Exception {
        Path work = home.resolve("work");
        Files.writeString(
                work.resolve("app.yaml"),
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app, namespace: default}\ndata: {value: \"" + value
                        + "\"}\n");
        git(work, "checkout", "--quiet", "-B", "main");
        git(work, "add", ".");
        git(work, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", value);
        git(work, "push", "--quiet", repository.toString(), "main");
        return git(work, "rev-parse", "HEAD").strip();
    }

    /** As servers without webhooks of their own have it: what Git runs after each push. */
    private static void writeHook(Path repository, String webhook) throws IOException {
        Path hook = Files.createDirectories(repository.resolve("hooks")).resolve("post-receive");
        Files.writeString(
                hook,
                "#!/bin/sh\nexec curl --silent --fail --noproxy '*' -X POST -H 'X-Gitlab-Token: s3cret'"
                        + " -H 'X-Gitlab-Event: Push Hook' " + webhook + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean isThere(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String git(Path folder, String... arguments) throws Exception {
        String[] command =
                Stream.concat(Stream.of("git"), Arrays.stream(arguments)).toArray(String[]::new);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return printed;
    }
}
