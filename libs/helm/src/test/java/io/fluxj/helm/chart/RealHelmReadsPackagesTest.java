package io.fluxj.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The program helm takes our packages for its own. */
@EnabledIfEnvironmentVariable(
        named = "FLUXJ_CLIENTS",
        matches = ".+",
        disabledReason = "FLUXJ_CLIENTS names no folder with the program helm")
class RealHelmReadsPackagesTest {
    private static final Path LOCKED = Path.of("src/test/resources/package/locked");

    @TempDir
    Path folder = Path.of("");

    private static Path program() {
        return Path.of(Objects.requireNonNull(System.getenv("FLUXJ_CLIENTS"))).resolve("helm");
    }

    @BeforeEach
    void requireHelm() {
        assumeTrue(Files.isExecutable(program()), () -> "there is no program " + program());
    }

    @Test
    void rendersTheSameAndKnowsTheSameOfIt() throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("locked.tgz"), Packages.packed(Packages.loaded(LOCKED)));
        assertThat(helm("template", "demo", file.toString()))
                .contains("c: 1.2.3-rc.1+build.5 1.10")
                .isEqualTo(helm("template", "demo", LOCKED.toString()));
        assertThat(helm("show", "all", file.toString())).isEqualTo(helm("show", "all", LOCKED.toString()));
    }

    @Test
    void packagesThePackageToTheSameFiles() throws IOException, InterruptedException {
        helm("package", LOCKED.toAbsolutePath().toString(), "-d", folder.toString());
        byte[] theirs = Files.readAllBytes(folder.resolve("locked-1.2.3-rc.1+build.5.tgz"));
        assertThat(Packages.listed(Packages.packed(Packages.loaded(LOCKED)))).isEqualTo(Packages.listed(theirs));
    }

    private String helm(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("helm does not end");
        }
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        return Files.readString(out);
    }
}
