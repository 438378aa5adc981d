package io.fluxj.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.StaticTestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/cli}: a release that is made, and installed by the script that people pipe into a shell. */
class InstallScriptTest {
    private static final Path SCRIPTS =
            Path.of("../deploy/cli").toAbsolutePath().normalize();
    private static final List<String> PLATFORMS = List.of("darwin_arm64", "darwin_amd64", "linux_arm64", "linux_amd64");

    @TempDir
    Path folder;

    private record Ran(int code, String said) {}

    @Test
    void theNewestReleaseIsInstalledAndReplaced() throws Exception {
        Path releases = release("1.2.3");
        try (StaticTestServer server = StaticTestServer.start(releases)) {
            for (int twice = 0; twice < 2; twice++) {
                Ran ran = install(server, Map.of());
                assertThat(ran.said())
                        .contains("✔ checksum verified", "✔ installed " + folder.resolve("prefix/bin/fluxj"));
                assertThat(ran.code()).isZero();
            }
            assertThat(run(List.of(folder.resolve("prefix/bin/fluxj").toString()), Map.of())
                            .said())
                    .isEqualTo("fluxj version 1.2.3\n");
        }
    }

    @Test
    void whatIsNotWhatWasReleasedIsNotInstalled() throws Exception {
        Path releases = release("1.2.3");
        for (String platform : PLATFORMS) {
            Files.writeString(
                    releases.resolve("download/v1.2.3/fluxj_1.2.3_" + platform + ".tar.gz"), "something else");
        }
        try (StaticTestServer server = StaticTestServer.start(releases)) {
            Ran ran = install(server, Map.of("FLUXJ_VERSION", "v1.2.3"));
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.said()).contains("✗ the checksum of fluxj_1.2.3_", "nothing was installed");
            assertThat(folder.resolve("prefix/bin/fluxj")).doesNotExist();
            assertThat(install(server, Map.of("FLUXJ_VERSION", "9.9.9")).said()).contains("✗ cannot download");
            assertThat(install(server, Map.of("FLUXJ_VERSION", "../x")).said()).contains("'../x' is no version");
        }
    }

    @Test
    void theFormulaHasTheChecksums() throws Exception {
        Path download = release("1.2.3").resolve("download/v1.2.3");
        Ran ran = run(
                List.of("bash", SCRIPTS.resolve("package.sh").toString(), "formula", "1.2.3", download.toString()),
                Map.of());
        assertThat(ran.code()).isZero();
        String formula = Files.readString(download.resolve("fluxj.rb"));
        assertThat(formula).contains("version \"1.2.3\"").doesNotContain("\"@", "_@");
        for (String line : Files.readAllLines(download.resolve("fluxj_1.2.3_checksums.txt"))) {
            assertThat(formula).contains("sha256 \"" + line.substring(0, line.indexOf(' ')) + "\"");
        }
    }

    private Ran install(StaticTestServer server, Map<String, String> more) throws Exception {
        Map<String, String> variables = new TreeMap<>(more);
        variables.put("FLUXJ_RELEASES", server.url().toString().replaceFirst("/+$", ""));
        variables.put("FLUXJ_PREFIX", folder.resolve("prefix").toString());
        return run(List.of("bash", SCRIPTS.resolve("install.sh").toString()), variables);
    }

    /** Archives of a program that says its version, laid out as releases are. */
    private Path release(String version) throws Exception {
        Path download = Files.createDirectories(folder.resolve("releases/download/v" + version));
        for (String platform : PLATFORMS) {
            String name = "fluxj_" + version + "_" + platform;
            Path bin = Files.createDirectories(
                    folder.resolve("build").resolve(name).resolve("bin"));
            Files.writeString(bin.resolve("fluxj"), "#!/bin/sh\necho fluxj version " + version + "\n");
            Ran made = run(
                    List.of(
                            "sh",
                            "-c",
                            "chmod +x \"$1\"/*/bin/fluxj && tar -C \"$1\" -czf \"$2\" \"$3\"",
                            "sh",
                            folder.resolve("build").toString(),
                            download.resolve(name + ".tar.gz").toString(),
                            name),
                    Map.of());
            assertThat(made.code()).as(made.said()).isZero();
        }
        Ran sums = run(
                List.of("bash", SCRIPTS.resolve("package.sh").toString(), "checksums", version, download.toString()),
                Map.of());
        assertThat(sums.code()).as(sums.said()).isZero();
        Path latest = Files.createDirectories(folder.resolve("releases/latest/download"));
        Files.copy(download.resolve("version.txt"), latest.resolve("version.txt"));
        return folder.resolve("releases");
    }

    private static Ran run(List<String> command, Map<String, String> variables)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().put("NO_PROXY", "127.0.0.1");
        builder.environment().put("no_proxy", "127.0.0.1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }
}
