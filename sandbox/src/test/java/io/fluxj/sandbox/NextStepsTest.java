package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the sandbox prints, run as they are printed, by the shell of a user who never configured Git. */
final class NextStepsTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    @TempDir
    Path home;

    @Test
    void doWhatTheySay() throws Exception {
        assumeTrue(hasKubectl(), "needs kubectl");
        var options = new SandboxOptions();
        options.directory = home.resolve("a folder");
        var ports = SandboxPorts.in(options.home());
        try (var cluster = SandboxCluster.open(options);
                var source = FleetSource.open(options.followed(), options.home());
                var client = cluster.newClient();
                var _ = startControllers(cluster, options, ports)) {
            var installation = new Installation(client);
            installation.provideForSample(source, ports);
            installation.follow(source);
            await().atMost(LONG_ENOUGH).until(() -> replicas(client, "storefront") == 2);
            var steps = NextSteps.lines(source, cluster.kubeconfig(), ports.webhooks());
            assertThat(steps).hasSize(17);

            run(steps.subList(0, 7));
            await().atMost(LONG_ENOUGH).until(() -> replicas(client, "storefront") == 3);
            run(Stream.concat(steps.subList(0, 4).stream(), steps.subList(7, 10).stream())
                    .toList());
            await().atMost(LONG_ENOUGH).until(() -> find(client, "orders") == null);
            await().atMost(LONG_ENOUGH).until(() -> "hello".equals(greeting(client)));
            run(Stream.concat(steps.subList(0, 4).stream(), steps.subList(10, 13).stream())
                    .toList());
            await().atMost(LONG_ENOUGH).until(() -> "good evening".equals(greeting(client)));
            run(Stream.concat(steps.subList(0, 4).stream(), steps.subList(13, 15).stream())
                    .toList());
            await().atMost(LONG_ENOUGH).until(() -> replicas(client, "storefront") == 3);
            run(Stream.concat(steps.subList(0, 4).stream(), steps.subList(15, 17).stream())
                    .toList());
            assertThat(client.services()
                            .inNamespace("shop")
                            .withName("storefront")
                            .get())
                    .isNotNull();
        }
    }

    private static Controllers startControllers(SandboxCluster cluster, SandboxOptions options, SandboxPorts ports)
            throws Exception {
        try (var client = cluster.newClient()) {
            new Installation(client).prepare();
        }
        return Controllers.start(cluster.newClient(), options.home(), ports);
    }

    private static @Nullable String greeting(KubernetesClient client) {
        var settings =
                client.configMaps().inNamespace("shop").withName("greeter").get();
        return settings == null ? null : settings.getData().get("greeting");
    }

    private static int replicas(KubernetesClient client, String name) {
        return Optional.ofNullable(find(client, name))
                .map(found -> found.getSpec().getReplicas())
                .orElse(0);
    }

    private static @Nullable Deployment find(KubernetesClient client, String name) {
        return client.apps().deployments().inNamespace("shop").withName(name).get();
    }

    private void run(List<String> lines) throws Exception {
        var builder = new ProcessBuilder("bash", "-e", "-c", String.join("\n", lines))
                .directory(home.toFile())
                .redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("HOME", home.toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.keySet().removeIf(name -> name.startsWith("GIT_AUTHOR") || name.startsWith("GIT_COMMITTER"));
        programs()
                .ifPresent(folder ->
                        environment.merge("PATH", folder, (path, added) -> path + File.pathSeparator + added));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static boolean hasKubectl() {
        return Stream.concat(
                        programs().stream(),
                        Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                .split(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve("kubectl")));
    }

    private static Optional<String> programs() {
        return Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS"));
    }
}
