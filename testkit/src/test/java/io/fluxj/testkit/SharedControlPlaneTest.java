package io.fluxj.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedControlPlaneTest {
    @TempDir
    Path folder;

    @Test
    void endsWithTheBuild() throws Exception {
        Process build = new ProcessBuilder("sleep", "600").start();
        Process server = new ProcessBuilder("sleep", "600").start();
        try {
            Path servers = Files.createDirectories(folder.resolve("servers"));
            Path notes = Files.createDirectories(folder.resolve("notes"));
            new SharedControlPlane(build.toHandle(), notes).keep(servers, List.of(server.toHandle()));
            assertThat(server.isAlive()).isTrue();

            build.destroy();

            assertThat(server.waitFor(2, TimeUnit.MINUTES)).isTrue();
            Awaitility.await().until(() -> Files.notExists(servers) && Files.notExists(notes));
        } finally {
            build.destroyForcibly();
            server.destroyForcibly();
        }
    }
}
