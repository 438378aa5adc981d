package io.fluxj.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.RequestSink;
import io.fluxj.testkit.RequestSink.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong is one clear line on stderr and exit code 1: no stack trace, nothing on stdout. */
final class FailuresTest {
    @TempDir
    private Path folder;

    private static void fails(CommandRun run, String line) {
        assertThat(run).isEqualTo(new CommandRun(1, "", "✗ " + line + "\n"));
    }

    @Test
    void noClusterIsConfigured() {
        fails(
                CommandRun.run(Map.of("HOME", folder.toString()), "", "get", "all"),
                "no cluster is configured: there is no ~/.kube/config; name a kubeconfig by --kubeconfig or KUBECONFIG");
        fails(
                CommandRun.run(Map.of(), "", "get", "all", "--kubeconfig=/absent"),
                "the kubeconfig /absent does not exist");
    }

    @Test
    void theKubeconfigCannotBeRead() throws Exception {
        Path file = Files.writeString(folder.resolve("kubeconfig"), "clusters: [");

        CommandRun run = CommandRun.run(Map.of(), "", "get", "all", "--kubeconfig=" + file);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("✗ the kubeconfig " + file + " cannot be read: ")
                .hasLineCount(1);
    }

    @Test
    void theClusterIsNotThere() {
        fails(
                CommandRun.run(Map.of(), "", "get", "ks", "--server=http://127.0.0.1:1"),
                "the cluster cannot be reached: connection refused");
    }

    @Test
    void credentialsAreRefused() throws Exception {
        try (RequestSink api = RequestSink.start(request -> new Reply(401, "{}"))) {
            CommandRun run = CommandRun.run(Map.of(), "", "get", "ks", "--server=" + api.url(), "--token=s3cr3t");

            fails(
                    run,
                    "the cluster does not accept the credentials (401 Unauthorized): check the kubeconfig's user, or --token");
            assertThat(api.requests().getFirst().headers()).containsValue("Bearer s3cr3t");
        }
    }

    @Test
    void rightsAreMissing() throws Exception {
        String said = "kustomizations.kustomize.toolkit.fluxcd.io is forbidden: User \"me\" cannot list resource";
        String status = """
                {"apiVersion": "v1", "kind": "Status", "status": "Failure", "reason": "Forbidden", "code": 403, "message": "%s"}
                """.formatted(said.replace("\"", "\\\""));
        try (RequestSink api = RequestSink.start(request -> new Reply(403, status))) {
            fails(CommandRun.run(Map.of(), "", "get", "ks", "--server=" + api.url()), said);
        }
    }

    @ClusterTest
    void theContextIsNotInTheKubeconfig(KubeCluster cluster) {
        CommandRun run = CommandRun.on(cluster, "get", "all", "--context=absent");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("✗ context \"absent\" does not exist in " + cluster.kubeconfig() + "; there are: ");
    }

    @Test
    void commandsAndFlagsAreUnknown() {
        fails(
                CommandRun.run(Map.of(), "", "gte", "all"),
                "unknown command \"gte\" for \"fluxj\"; did you mean \"get\"?");
        fails(
                CommandRun.run(Map.of(), "", "get", "kustomisations"),
                "unknown command \"kustomisations\" for \"fluxj get\"; did you mean \"kustomizations\"?");
        fails(
                CommandRun.run(Map.of(), "", "get", "ks", "--no-haeder=true"),
                "unknown flag: --no-haeder; did you mean \"--no-header\"? (see 'fluxj get kustomizations --help')");
        assertThat(CommandRun.run(Map.of(), "", "get", "ks", "--timeout=soon").err())
                .startsWith("✗ Invalid value for option '--timeout'");
    }
}
