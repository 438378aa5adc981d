package io.fluxj.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final Seal SEAL = new Seal.Plain();
    private static final long ROOM = 1 << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file() {
        return folder.resolve("journal");
    }

    @Test
    void goesOnWhereOthersGotTo() throws IOException {
        JournalFile one = new JournalFile(file(), ROOM);
        JournalFile other = new JournalFile(file(), ROOM);

        one.append("{\"n\":\"1\"}", SEAL);
        other.append("{\"n\":\"2\"}", SEAL);
        Head head = one.append("{\"n\":\"3\"}", SEAL);

        assertThat(head.number()).isEqualTo(3);
        assertThat(chains()).singleElement().isEqualTo(new Verification.Chain(1, head));
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void takesRecordsOfAnyNumberOfThreads() throws Exception {
        JournalFile journal = new JournalFile(file(), ROOM);
        List<Callable<Head>> records = IntStream.range(0, 200)
                .<Callable<Head>>mapToObj(number -> () -> journal.append("{\"number\":" + number + "}", SEAL))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Head> appended : threads.invokeAll(records)) {
                assertThat(appended.get().number()).isBetween(1L, 200L);
            }
        }

        assertThat(chains())
                .singleElement()
                .satisfies(chain -> assertThat(chain.head().number()).isEqualTo(200));
    }

    @Test
    void cutsOffWhatADyingProcessLeft() throws IOException {
        JournalFile journal = new JournalFile(file(), ROOM);
        journal.append("{\"n\":\"1\"}", SEAL);
        Files.writeString(file(), "{\"chain\":\"", StandardOpenOption.APPEND);

        new JournalFile(file(), ROOM).append("{\"n\":\"2\"}", SEAL);

        assertThat(chains())
                .singleElement()
                .satisfies(chain -> assertThat(chain.head().number()).isEqualTo(2));
    }

    @Test
    void findsTheLastLineHoweverLongItIs() throws IOException {
        String record = "{\"x\":\"" + "y".repeat(300_000) + "\"}";
        new JournalFile(file(), ROOM).append(record, SEAL);

        assertThat(new JournalFile(file(), ROOM).append(record, SEAL).number()).isEqualTo(2);
        assertThat(chains()).hasSize(1);
    }

    @Test
    void beginsAnewWhenTheFileWasMovedAway() throws IOException {
        JournalFile journal = new JournalFile(file(), ROOM);
        Head old = journal.append("{\"n\":\"1\"}", SEAL);
        Files.move(file(), folder.resolve("old"));

        Head head = journal.append("{\"n\":\"1\"}", SEAL);

        assertThat(head.number()).isEqualTo(1);
        assertThat(head.chain()).isNotEqualTo(old.chain());
    }

    @Test
    void leavesFilesAloneThatAreNoJournals() throws IOException {
        Files.writeString(file(), "something else\n");

        assertThatThrownBy(() -> new JournalFile(file(), ROOM).append("{}", SEAL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("move it away");
        assertThat(file()).hasContent("something else\n");
    }

    @Test
    void followsNoLinks() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "");
        Files.createSymbolicLink(file(), elsewhere);

        assertThatThrownBy(() -> new JournalFile(file(), ROOM).append("{}", SEAL))
                .isInstanceOf(IOException.class);
        assertThat(elsewhere).isEmptyFile();
    }

    @Test
    void growsNoFurtherThanItMay() throws IOException {
        JournalFile journal = new JournalFile(file(), 400);
        journal.append("{\"n\":\"1\"}", SEAL);
        String before = Files.readString(file());

        assertThatThrownBy(() -> journal.append("{\"x\":\"" + "y".repeat(300) + "\"}", SEAL))
                .hasMessageContaining("move it away");
        assertThat(file()).hasContent(before);
    }

    @Test
    void aStreamIsAJournalToo() throws IOException {
        OutputStream stream = new ByteArrayOutputStream();
        JournalStream journal = new JournalStream(stream);
        stream.write("a line of a log\n".getBytes(StandardCharsets.UTF_8));
        journal.append("{\"n\":\"1\"}", SEAL);
        journal.append("{\"n\":\"2\"}", SEAL);

        Verification.Verdict verdict =
                VerificationTest.verify(stream.toString(), List.of(SEAL), new Verification.Leniency(true, false));

        assertThat(verdict).isInstanceOf(Verification.Verdict.Intact.class);
    }

    private List<Verification.Chain> chains() throws IOException {
        Verification.Verdict verdict = VerificationTest.verify(
                Files.readString(file()), List.of(SEAL), new Verification.Leniency(false, false));
        assertThat(verdict).isInstanceOf(Verification.Verdict.Intact.class);
        return ((Verification.Verdict.Intact) verdict).chains();
    }
}
