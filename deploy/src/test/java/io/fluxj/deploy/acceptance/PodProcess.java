package io.fluxj.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fluxj.testkit.TestJvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The container of a Deployment as a process: with its arguments, its environment and nothing else of it, its ports, its volumes, and the token of its account.
 */
final class PodProcess implements AutoCloseable {
    private static final Pattern REFUSED =
            Pattern.compile("rest_client_requests_total\\{[^}]*code=\"40[13]\"[^}]*} .*");
    private static final String ANSWERED = "rest_client_requests_total{code=\"200\"";

    private final Deployment deployment;
    private final Whereabouts whereabouts;
    private final Process process;
    private final Path log;

    private PodProcess(Deployment deployment, Whereabouts whereabouts, Process process, Path log) {
        this.deployment = deployment;
        this.whereabouts = whereabouts;
        this.process = process;
        this.log = log;
    }

    static PodProcess start(Deployment deployment, Whereabouts whereabouts, Path kubeconfig) throws IOException {
        Path log = Files.createDirectories(whereabouts.folder()).resolve(Whereabouts.name(deployment) + ".log");
        Path temporary = whereabouts.inVolume(deployment, "/tmp").orElseThrow();
        Program program = Program.of(Whereabouts.container(deployment).getImage());
        List<String> command = TestJvm.command("-Xmx256m");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add(program.mainClass());
        command.addAll(arguments(deployment, whereabouts, program));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment(deployment));
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        return new PodProcess(deployment, whereabouts, builder.start(), log);
    }

    private static Map<String, String> environment(Deployment deployment) {
        Map<String, String> environment = new TreeMap<>();
        for (EnvVar variable : Whereabouts.container(deployment).getEnv()) {
            environment.put(variable.getName(), value(variable));
        }
        return environment;
    }

    private static String value(EnvVar variable) {
        if (variable.getValueFrom() == null) {
            return variable.getValue();
        }
        assertThat(variable.getValueFrom().getFieldRef().getFieldPath())
                .as(variable.getName())
                .isEqualTo("metadata.namespace");
        return InstallObjects.NAMESPACE;
    }

    /** Those of the container, with addresses and paths of this machine; what it says of ports and volumes must be what the program takes by itself. */
    private static List<String> arguments(Deployment deployment, Whereabouts whereabouts, Program program)
            throws IOException {
        Container container = Whereabouts.container(deployment);
        List<String> given = expanded(container.getArgs(), environment(deployment));
        List<String> arguments =
                new ArrayList<>(given.stream().map(whereabouts::reached).toList());
        for (ContainerPort port : container.getPorts()) {
            String flag = program.listener(port.getName());
            assertThat(program.value(given, flag))
                    .as("%s of %s, whose port is %s", flag, Whereabouts.name(deployment), port.getName())
                    .hasValue(":" + port.getContainerPort());
            arguments.add(flag + "=127.0.0.1:" + whereabouts.port(Whereabouts.name(deployment), port.getName()));
        }
        for (String flag : List.of("--storage-path", "--peer-token-file")) {
            String path = program.value(given, flag).orElse("");
            if (path.startsWith("/")) {
                whereabouts.inVolume(deployment, path).ifPresent(place -> arguments.add(flag + "=" + place));
            }
        }
        return arguments;
    }

    private static List<String> expanded(List<String> arguments, Map<String, String> environment) {
        List<String> expanded = new ArrayList<>();
        for (String argument : arguments) {
            String text = argument;
            for (Map.Entry<String, String> variable : environment.entrySet()) {
                text = text.replace("$(" + variable.getKey() + ")", variable.getValue());
            }
            expanded.add(text);
        }
        return expanded;
    }

    String name() {
        return Whereabouts.name(deployment);
    }

    /** Whether both probes of the container are answered well. */
    boolean isReady() {
        Container container = Whereabouts.container(deployment);
        return isWell(container.getLivenessProbe()) && isWell(container.getReadinessProbe());
    }

    private boolean isWell(Probe probe) {
        assertThat(process.isAlive()).as("%s runs; see %s", name(), log).isTrue();
        HTTPGetAction get = probe.getHttpGet();
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create(
                    "http://127.0.0.1:" + whereabouts.port(name(), get.getPort().getStrVal()) + get.getPath());
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** What the API refused it: lines of its metrics and of its log. */
    List<String> refusals() throws IOException, InterruptedException {
        List<String> refusals = new ArrayList<>();
        String metrics = metrics();
        assertThat(metrics).as("metrics of " + name()).contains(ANSWERED);
        metrics.lines().filter(line -> REFUSED.matcher(line).matches()).forEach(refusals::add);
        Files.readString(log)
                .lines()
                .filter(line -> line.contains("orbidden") || line.contains("nauthorized"))
                .forEach(refusals::add);
        return refusals;
    }

    private String metrics() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + whereabouts.port(name(), "http-prom") + "/metrics");
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    /** Has it stop as the kubelet does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
