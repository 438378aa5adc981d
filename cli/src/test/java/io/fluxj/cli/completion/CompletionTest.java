package io.fluxj.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.Fleet;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code fluxj completion SHELL} and what its script asks for. */
final class CompletionTest {
    private static final String FLEET = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps}
            spec: {interval: 1m, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: infra}
            spec: {interval: 1m, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: fleet}
            spec: {interval: 1m, url: "https://git.example.com/fleet"}
            """;

    private static String[] asked(String line) {
        return Stream.concat(Stream.of("__complete"), Stream.of(line.split(" ", -1)))
                .toArray(String[]::new);
    }

    private static List<String> words(CommandRun run) {
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out().lines().map(line -> line.split("\t", 2)[0]).toList();
    }

    private static List<String> offline(String line) {
        return words(CommandRun.run(Map.of(), "", asked(line)));
    }

    @Test
    void offersCommandsByTheirNames() {
        assertThat(offline("")).contains("get", "bootstrap", "reconcile", "completion", "kustomize");
        assertThat(offline("re")).containsExactly("reconcile", "resume");
        assertThat(offline("reconcile source ")).containsExactly("oci", "bucket", "git", "helm", "chart");
        assertThat(offline("get kus")).containsExactly("kustomizations");
        assertThat(offline("bootstrap git")).containsExactlyInAnyOrder("git", "github", "gitlab", "gitea");
    }

    @Test
    void saysWhatEachMeans() {
        assertThat(CommandRun.run(Map.of(), "", asked("sus")).out()).matches("suspend\t[A-Z].+\n");
    }

    @Test
    void offersFlagsOfTheCommandAndOfAllCommands() {
        assertThat(offline("reconcile ks apps --wi")).containsExactly("--with-source");
        assertThat(offline("reconcile ks apps --kubec")).containsExactly("--kubeconfig");
        assertThat(offline("get ks --show-source=")).containsExactly("--show-source=true", "--show-source=false");
    }

    @Test
    void offersNothingWhereTheClusterIsNotThere() {
        assertThat(offline("reconcile ks ")).isEmpty();
        assertThat(offline("reconcile ks --server=http://127.0.0.1:1 ")).isEmpty();
        assertThat(offline("nonsense ")).isEmpty();
    }

    @ClusterTest
    void offersNamesOfObjects(KubeCluster cluster) {
        new Fleet(cluster).has(FLEET);

        assertThat(words(CommandRun.on(cluster, asked("reconcile kustomization "))))
                .containsExactly("apps", "infra");
        assertThat(words(CommandRun.on(cluster, asked("get ks a")))).containsExactly("apps");
        assertThat(words(CommandRun.on(cluster, asked("suspend source git ")))).containsExactly("fleet");
        assertThat(words(CommandRun.on(cluster, asked("describe kustomization "))))
                .containsExactly("apps", "infra");
        assertThat(words(CommandRun.on(cluster, asked("why source git f")))).containsExactly("fleet");
        assertThat(words(CommandRun.on(cluster, asked("why source g")))).containsExactly("git");
        assertThat(words(CommandRun.on(cluster, asked("create ks ")))).isEmpty();
        assertThat(words(CommandRun.on(
                        cluster, asked("get ks -n " + cluster.namespace().substring(0, 9)))))
                .contains(cluster.namespace());
        assertThat(words(CommandRun.on(cluster, asked("get ks --namespace=" + cluster.namespace()))))
                .contains("--namespace=" + cluster.namespace());
        assertThat(words(CommandRun.on(cluster, asked("get ks -n default ")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void everyShellHasAScriptThatAsks(Shell shell) {
        CommandRun run = CommandRun.run(Map.of(), "", "completion", shell.command());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("fluxj", "__complete");
        assertThat(run.code()).isZero();
    }

    @Test
    void bashCompletesWithTheScript(@TempDir Path folder) throws Exception {
        Path program = folder.resolve("fluxj");
        Files.writeString(program, """
                #!/bin/sh
                [ "$*" = "__complete get ks --namespace=te" ] && printf -- '--namespace=team-a\\n--namespace=team-b\\n'
                [ "$*" = "__complete get " ] && [ $# = 3 ] && printf 'kustomizations\\tShows.\\n'
                exit 0
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path script = folder.resolve("completion.bash");
        Files.writeString(
                script, CommandRun.run(Map.of(), "", "completion", "bash").out());

        assertThat(bash(folder, script, "get ", "fluxj get ''")).isEqualTo("kustomizations\n");
        assertThat(bash(folder, script, "get ks --namespace=te", "fluxj get ks --namespace = te"))
                .isEqualTo("team-a\nteam-b\n");
    }

    /** What bash would offer for a line, which it also takes apart into words itself. */
    private static String bash(Path folder, Path script, String line, String words) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", """
                        source %s
                        COMP_LINE="fluxj %s"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                        _fluxj
                        printf '%%s\\n' "${COMPREPLY[@]}"
                        """.formatted(script, line, words)).redirectErrorStream(true);
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        Process bash = builder.start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(out).isZero();
        return out;
    }
}
