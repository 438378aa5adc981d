package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.git.Checkout;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTreeTest {
    private static final Deadline TIME = new Deadline(SampleRepository.PATIENCE);

    @TempDir
    Path folder;

    private ScratchRepository scratch;
    private ObjectInserter objects;
    private Path out;
    private ObjectId text;

    @BeforeEach
    void open() throws IOException {
        scratch = ScratchRepository.create(folder, new Guard(TIME, FetchLimits.Received.DEFAULT));
        objects = scratch.repository().newObjectInserter();
        out = Files.createDirectories(folder.resolve("in/out"));
        text = objects.insert(Constants.OBJ_BLOB, "owned".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() throws IOException {
        objects.close();
        scratch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", ".git", ".GIT", "a/b", "../../escaped", "/etc/escaped"})
    void refusesUnsafeNames(String name) throws IOException {
        expectRefusal(tree(name, FileMode.REGULAR_FILE, text), FetchLimits.DEFAULT, "unsafe name");
        ObjectId inner = tree("x", FileMode.REGULAR_FILE, text);
        expectRefusal(tree(name, FileMode.TREE, inner), FetchLimits.DEFAULT, "unsafe name");
        assertThat(SampleRepository.tree(folder.resolve("in"))).containsExactly("out");
    }

    @Test
    void writesNothingThroughALink() throws Exception {
        Files.createDirectories(folder.resolve("outside"));
        ObjectId target = objects.insert(
                Constants.OBJ_BLOB, folder.resolve("outside").toString().getBytes(StandardCharsets.UTF_8));
        TreeFormatter entries = new TreeFormatter();
        raw(entries, "link", FileMode.SYMLINK, target);
        raw(entries, "link", FileMode.TREE, tree("x", FileMode.REGULAR_FILE, text));
        write(objects.insert(entries), FetchLimits.DEFAULT);
        assertThat(SampleRepository.tree(folder.resolve("outside"))).isEmpty();
        assertThat(SampleRepository.tree(out)).containsExactly("link", "link/x");
        assertThat(Files.isSymbolicLink(out.resolve("link"))).isFalse();
    }

    @Test
    void refusesTwoEntriesOfOneName() throws IOException {
        TreeFormatter entries = new TreeFormatter();
        raw(entries, "a", FileMode.REGULAR_FILE, text);
        raw(entries, "a", FileMode.REGULAR_FILE, text);
        expectRefusal(objects.insert(entries), FetchLimits.DEFAULT, "two entries named 'a'");
    }

    @Test
    void stopsAtATreeThatContainsItselfAThousandfold() throws IOException {
        expectRefusal(
                bomb(), new FetchLimits(FetchLimits.Received.DEFAULT, 1000, 1 << 20, 100), "more than 1000 files");
    }

    @Test
    void stopsAtTooManyFoldersWithinFolders() throws IOException {
        expectRefusal(
                bomb(),
                new FetchLimits(FetchLimits.Received.DEFAULT, 1000, 1 << 20, 5),
                "more than 5 folders within folders: a/a/a/a/a/a/");
    }

    private ObjectId bomb() throws IOException {
        ObjectId level = tree("f", FileMode.REGULAR_FILE, text);
        for (int i = 0; i < 10; i++) {
            TreeFormatter entries = new TreeFormatter();
            for (char c = 'a'; c <= 'j'; c++) {
                raw(entries, String.valueOf(c), FileMode.TREE, level);
            }
            level = objects.insert(entries);
        }
        return level;
    }

    @Test
    void stopsAtTooManyBytes() throws IOException {
        ObjectId big = objects.insert(Constants.OBJ_BLOB, new byte[5000]);
        TreeFormatter entries = new TreeFormatter();
        raw(entries, "a", FileMode.REGULAR_FILE, big);
        raw(entries, "b", FileMode.REGULAR_FILE, big);
        expectRefusal(
                objects.insert(entries),
                new FetchLimits(FetchLimits.Received.DEFAULT, 1000, 9999, 100),
                "more than 9999 bytes");
    }

    @Test
    void writesExecutablesLinksAndSubmodulesAsDocumented() throws Exception {
        TreeFormatter entries = new TreeFormatter();
        raw(entries, "link", FileMode.SYMLINK, text);
        raw(entries, "mod", FileMode.GITLINK, text);
        raw(entries, "run.sh", FileMode.EXECUTABLE_FILE, text);
        ObjectId tree = objects.insert(entries);
        objects.flush();
        TreeWriter writer = new TreeWriter(
                scratch.repository().newObjectReader(), Checkout.all(out), new WriteBudget(FetchLimits.DEFAULT), TIME);
        writer.write(tree);
        assertThat(writer.links()).containsExactly("link");
        assertThat(SampleRepository.tree(out)).containsExactly("mod", "run.sh");
        assertThat(out.resolve("mod")).isEmptyDirectory();
        assertThat(out.resolve("run.sh")).isExecutable().hasContent("owned");
    }

    private ObjectId tree(String name, FileMode mode, ObjectId id) throws IOException {
        TreeFormatter entries = new TreeFormatter();
        raw(entries, name, mode, id);
        return objects.insert(entries);
    }

    /** Takes any name, where the formatter's usual methods would check it. */
    private static void raw(TreeFormatter entries, String name, FileMode mode, ObjectId id) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        entries.append(bytes, 0, bytes.length, mode, id, true);
    }

    private void write(ObjectId tree, FetchLimits limits) throws IOException, GitException {
        objects.flush();
        new TreeWriter(scratch.repository().newObjectReader(), Checkout.all(out), new WriteBudget(limits), TIME)
                .write(tree);
    }

    private void expectRefusal(ObjectId tree, FetchLimits limits, String why) {
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> write(tree, limits))
                .withMessageContaining(why)
                .extracting(GitException::problem)
                .isEqualTo(Problem.REFUSED);
    }
}
