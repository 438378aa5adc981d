package io.fluxj.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Diffs are those of the real {@code git diff}. */
class FileDiffTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\nb\\nc\\n | a\\nB\\nc\\n",
                "a\\n | a",
                "a | a\\nb",
                "1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\\n | 1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\nx\\n"
            })
    void areThoseOfGit(String before, String after) throws Exception {
        GitCommand git = new GitCommand(folder);
        Assumptions.assumeTrue(git.isInstalled());
        String old = before.replace("\\n", "\n");
        String now = after.replace("\\n", "\n");
        Files.writeString(folder.resolve("old"), old);
        Files.writeString(folder.resolve("new"), now);

        String real = git.failure("diff", "--no-index", "--histogram", "old", "new");
        String ours = new FileDiff("f.yaml", old.getBytes(StandardCharsets.UTF_8), now.getBytes(StandardCharsets.UTF_8))
                .unified(3);

        assertThat(ours).startsWith("--- a/f.yaml\n+++ b/f.yaml\n@@");
        assertThat(ours.substring(ours.indexOf("@@"))).isEqualTo(real.substring(real.indexOf("@@")));
    }
}
