package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleFleetTest {

    @TempDir
    Path folder;

    @Test
    void commitsTheWholeSampleToMain() throws Exception {
        SampleFleet.writeTo(folder);

        try (var git = Git.open(folder.toFile())) {
            assertThat(git.getRepository().getBranch()).isEqualTo("main");
            assertThat(git.status().call().isClean()).isTrue();
            assertThat(git.getRepository().getConfig().getString("user", null, "email"))
                    .isNotBlank();
        }
        assertThat(folder.resolve("clusters/sandbox/apps.yaml")).isRegularFile();
        assertThat(folder.resolve("apps/base/storefront/deployment.yaml")).isRegularFile();
    }

    @Test
    void keepsWhatItsUserCommitted() throws Exception {
        SampleFleet.writeTo(folder);
        var file = folder.resolve("README.md");
        Files.writeString(file, "mine");

        SampleFleet.writeTo(folder);

        assertThat(file).hasContent("mine");
    }
}
