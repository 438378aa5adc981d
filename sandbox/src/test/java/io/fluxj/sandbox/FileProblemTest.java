package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line for a folder that cannot be used. */
final class FileProblemTest {

    @TempDir
    Path folder;

    @Test
    void aFileInPlaceOfTheFolder() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        var problem = catchThrowableOfType(IOException.class, () -> SandboxLog.writeTo(file));

        assertThat(FileProblem.told(problem))
                .isEqualTo(file + " is a file, not a folder; --dir names the folder that the sandbox writes to");
    }

    @Test
    void aFileOnTheWayToTheFolder() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        var problem = catchThrowableOfType(IOException.class, () -> SandboxLog.writeTo(file.resolve("below")));

        assertThat(FileProblem.told(problem)).startsWith(file.toString()).doesNotContain("\n");
    }

    @Test
    void aFolderThatMayNotBeWritten() {
        assertThat(FileProblem.told(new AccessDeniedException("/x/controllers.log")))
                .isEqualTo("/x/controllers.log cannot be written: permission denied;"
                        + " --dir names the folder that the sandbox writes to");
        assertThat(FileProblem.told(new FileSystemException("/x", null, "Read-only file system")))
                .startsWith("/x cannot be used: Read-only file system");
    }
}
