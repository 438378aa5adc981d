package io.fluxj.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.audit.cli.AuditCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal of five entries that somebody changed. */
class VerificationTest {
    private static final Seal SEAL = Seal.of("key".getBytes(StandardCharsets.UTF_8));
    private static final Verification.Leniency STRICT = new Verification.Leniency(false, false);

    private final List<String> lines = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void write() {
        Head head = Head.start();
        for (int number = 1; number <= 5; number++) {
            Entry entry = Entry.after(head, "{\"what\":\"change " + number + "\"}", SEAL);
            lines.add(entry.line());
            head = entry.head();
        }
    }

    @Test
    void isIntactAsItWasWritten() throws IOException {
        assertThat(verify(STRICT)).isInstanceOf(Verification.Verdict.Intact.class);
    }

    @Test
    void isBrokenWhereAWordWasChanged() throws IOException {
        lines.set(2, lines.get(2).replace("change 3", "nothing"));

        assertThat(brokenLine()).isEqualTo(3);
    }

    @Test
    void isBrokenWhereALineWasTakenOut() throws IOException {
        lines.remove(2);

        assertThat(brokenLine()).isEqualTo(3);
    }

    @Test
    void isBrokenWhereALineWasDoubled() throws IOException {
        lines.add(3, lines.get(2));

        assertThat(brokenLine()).isEqualTo(4);
    }

    @Test
    void isBrokenWhereLinesWereExchanged() throws IOException {
        lines.add(1, lines.remove(3));

        assertThat(brokenLine()).isEqualTo(2);
    }

    @Test
    void isBrokenWhereTheBeginningIsMissingUnlessThatMayBe() throws IOException {
        lines.removeFirst();

        assertThat(brokenLine()).isEqualTo(1);
        assertThat(verify(new Verification.Leniency(false, true)))
                .isInstanceOfSatisfying(
                        Verification.Verdict.Intact.class,
                        intact -> assertThat(intact.chains().getFirst().first()).isEqualTo(2));
    }

    @Test
    void isBrokenWhereSomethingElseStandsUnlessThatMayBe() throws IOException {
        lines.add(1, "a line of a log");

        assertThat(brokenLine()).isEqualTo(2);
        assertThat(verify(new Verification.Leniency(true, false))).isInstanceOf(Verification.Verdict.Intact.class);
    }

    /** Who has not the key can make no chain that is right. */
    @Test
    void isBrokenWhenItWasMadeAnewWithoutTheKey() throws IOException {
        Entry forged = Entry.after(Head.start(), "{\"what\":\"nothing\"}", new Seal.Plain());
        lines.clear();
        lines.add(forged.line());

        assertThat(brokenLine()).isEqualTo(1);
    }

    @Test
    void goesOnWithAnotherKeyWhenBothAreGiven() throws IOException {
        Head head = Entry.parse(lines.getLast()).orElseThrow().head();
        Seal next = Seal.of("next".getBytes(StandardCharsets.UTF_8));
        lines.add(Entry.after(head, "{\"what\":\"change 6\"}", next).line());

        assertThat(brokenLine()).isEqualTo(6);
        assertThat(verify(text(), List.of(SEAL, next), STRICT)).isInstanceOf(Verification.Verdict.Intact.class);
    }

    @Test
    void theCommandSaysSoByItsCode() throws IOException {
        Path journal = Files.writeString(folder.resolve("journal"), text());
        Path key = Files.writeString(folder.resolve("key"), "key\n");

        assertThat(AuditCommand.run("verify", "--key-file", key.toString(), journal.toString()))
                .isZero();
        assertThat(AuditCommand.run("verify", journal.toString())).isEqualTo(1);
        assertThat(AuditCommand.run("verify", folder.resolve("none").toString()))
                .isEqualTo(2);
    }

    private long brokenLine() throws IOException {
        return verify(STRICT) instanceof Verification.Verdict.Broken broken ? broken.line() : 0;
    }

    private Verification.Verdict verify(Verification.Leniency leniency) throws IOException {
        return verify(text(), List.of(SEAL), leniency);
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }

    static Verification.Verdict verify(String text, List<Seal> seals, Verification.Leniency leniency)
            throws IOException {
        Iterator<String> lines = text.lines().iterator();
        return Verification.of(() -> lines.hasNext() ? Optional.of(lines.next()) : Optional.empty(), seals, leniency);
    }
}
