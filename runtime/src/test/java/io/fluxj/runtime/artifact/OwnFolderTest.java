package io.fluxj.runtime.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of processes that live, and of those that do not. */
class OwnFolderTest {
    private static final String PREFIX = "fluxj-test-";

    @TempDir
    Path parent;

    @Test
    void removesTheFolderOfAKilledProcessAndNotThatOfALivingOne() throws Exception {
        Process killed = start();
        Path left = folderOf(killed);
        killed.destroyForcibly().waitFor();
        Process living = start();
        Path used = folderOf(living);
        try (OwnFolder own = OwnFolder.open(parent, PREFIX)) {
            assertThat(left).doesNotExist();
            assertThat(used.resolve("file")).hasContent("content");
            assertThat(own.path()).isDirectory().isNotEqualTo(used);
        } finally {
            living.destroyForcibly().waitFor();
        }
    }

    @Test
    void severalInOneProcessDoNotDisturbEachOther() throws Exception {
        OwnFolder first = OwnFolder.open(parent, PREFIX);
        OwnFolder second = OwnFolder.open(parent, PREFIX);
        Process another = start();
        try {
            assertThat(folderOf(another)).isDirectory();
            assertThat(first.path()).isDirectory();
            assertThat(second.path()).isDirectory();
        } finally {
            another.destroyForcibly().waitFor();
        }

        first.close();
        second.close();

        assertThat(first.path()).doesNotExist();
        assertThat(second.path()).doesNotExist();
    }

    @Test
    void leavesAloneWhatIsNotAFolderOfThisKind() throws IOException {
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("lock"), "");
        Path link = Files.createSymbolicLink(parent.resolve(PREFIX + "link"), elsewhere);
        Path withoutLock = Files.createDirectories(parent.resolve(PREFIX + "without"));

        try (OwnFolder own = OwnFolder.open(parent, PREFIX)) {
            assertThat(own.path()).isDirectory();
        }

        assertThat(elsewhere.resolve("lock")).exists();
        assertThat(link).isSymbolicLink();
        assertThat(withoutLock).isDirectory();
    }

    private Process start() throws IOException {
        List<String> command = TestJvm.command("-Xmx64m");
        command.addAll(List.of(FolderHolder.class.getName(), parent.toString(), PREFIX));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path folderOf(Process process) {
        return process.inputReader(UTF_8)
                .lines()
                .filter(line -> line.startsWith(FolderHolder.SAYS))
                .map(line -> Path.of(line.substring(FolderHolder.SAYS.length())))
                .findFirst()
                .orElseThrow();
    }
}
