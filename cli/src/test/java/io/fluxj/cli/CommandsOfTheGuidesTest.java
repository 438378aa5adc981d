package io.fluxj.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Terminal;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * The command lines that guides show for looking and acting, as they are written there, all of which must end with 0. What each of them prints is held by
 * the tests of the commands; {@code logs --all-namespaces --level=error --follow} by that of the logs, since it needs controllers that log.
 */
final class CommandsOfTheGuidesTest {
    private static final String FLEET = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: fleet-infra}
            spec: {interval: 1m, url: "https://git.example.com/fleet"}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: payments-api}
            spec: {interval: 1m, prune: true, sourceRef: {kind: GitRepository, name: fleet-infra}}
            ---
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: redis}
            spec: {interval: 10m, chartRef: {kind: OCIRepository, name: redis}}
            """;
    private static final List<String> LOOK = List.of(
            "get all",
            "get all -A",
            "get kustomizations",
            "get kustomizations -A",
            "get helmreleases",
            "get helmreleases -A",
            "get helmrelease redis -n NAMESPACE",
            "describe kustomization payments-api -n NAMESPACE",
            "describe helmrelease redis -n NAMESPACE");
    private static final List<String> ACT = List.of(
            "reconcile kustomization payments-api",
            "reconcile kustomization payments-api --with-source",
            "reconcile source git fleet-infra",
            "reconcile helmrelease redis -n NAMESPACE",
            "suspend kustomization payments-api",
            "resume kustomization payments-api");

    static Stream<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/guides/commands.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.equals("flux --version"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyLineIsOneOfACommand(String line) {
        List<String> words = List.of(line.substring("flux ".length()).split(" ", -1));
        Terminal terminal = new Terminal(InputStream.nullInputStream(), System.out, System.err, false);

        CommandLine.ParseResult read =
                Fluxj.commandLine(Session.of(terminal, Map.of()), words).parseArgs(words.toArray(String[]::new));

        while (read.hasSubcommand()) {
            read = read.subcommand();
        }
        assertThat(read.commandSpec().userObject()).isInstanceOf(Callable.class);
        assertThat(words).startsWith(read.commandSpec().qualifiedName(" ").split(" ", -1)[1]);
        assertThat(read.unmatched()).isEmpty();
    }

    @ClusterTest
    void lookAndActAsTheGuidesSay(KubeCluster cluster) {
        new Fleet(cluster).has(FLEET);
        FakeController sources = FakeController.succeeding(cluster, FluxKind.GIT_REPOSITORY, Map.of());
        FakeController kustomizations = FakeController.succeeding(cluster, FluxKind.KUSTOMIZATION, Map.of());
        FakeController releases = FakeController.succeeding(cluster, FluxKind.HELM_RELEASE, Map.of());
        try (sources;
                kustomizations;
                releases) {
            LOOK.forEach(line -> runs(cluster, line));
            ACT.forEach(line -> runs(cluster, line));
        }
    }

    private static void runs(KubeCluster cluster, String line) {
        CommandRun run = CommandRun.on(
                cluster, line.replace("NAMESPACE", cluster.namespace()).split(" ", -1));

        assertThat(run.code()).as("%s: %s", line, run.err()).isZero();
        assertThat(run.out() + run.err()).as(line).isNotEmpty();
    }
}
