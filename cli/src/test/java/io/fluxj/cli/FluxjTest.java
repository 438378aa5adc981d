package io.fluxj.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What works without a cluster: version, help, plugins. */
final class FluxjTest {

    @Test
    void printsOneLineWithNameAndVersion() {
        assertThat(CommandRun.run(Map.of(), "", "--version"))
                .isEqualTo(new CommandRun(0, "fluxj version 0.0.0-dev\n", ""));
    }

    @Test
    void helpsOnEveryLevel() {
        assertThat(CommandRun.run(Map.of(), "", "--help").out())
                .contains("reconcile")
                .contains("--kubeconfig=FILE");
        assertThat(CommandRun.run(Map.of(), "").out()).contains("reconcile");
        assertThat(CommandRun.run(Map.of(), "", "help", "get").out()).contains("kustomizations, kustomization, ks");
        CommandRun leaf = CommandRun.run(Map.of(), "", "reconcile", "source", "git", "--help");
        assertThat(leaf.out()).startsWith("Usage: fluxj reconcile source git").doesNotContain("--kubeconfig");
        assertThat(leaf.code()).isZero();
    }

    @Test
    void runsPluginsOfThePathWithTheirExitCode(@TempDir Path folder) throws Exception {
        Path plugin = folder.resolve("flux-hello");
        Files.writeString(plugin, "#!/bin/sh\n[ \"$1 $2\" = \"a b\" ] && [ -z \"$HOME\" ] && exit 7\nexit 1\n");
        Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(CommandRun.run(Map.of("PATH", folder.toString()), "", "hello", "a", "b")
                        .code())
                .isEqualTo(7);
        assertThat(CommandRun.run(Map.of("PATH", folder.toString()), "", "absent")
                        .err())
                .isEqualTo("✗ unknown command \"absent\" for \"fluxj\"\n");
    }
}
