package io.fluxj.sops;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.sops.key.KeyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every file of the corpus: what sops itself makes of it, with and without its code over all values. */
final class CorpusTest {
    private static final GoldenFolder FOLDER = GoldenFolder.of(Path.of("src/test/resources/io/fluxj/sops/corpus"));

    @TestFactory
    Stream<DynamicNode> answersAsSopsDoes() {
        return GoldenTests.of(FOLDER.items("cases.json", ""), CorpusTest::verdict);
    }

    private static Verdict verdict(Recording recording) throws IOException, KeyException {
        JsonNode sample = recording.document();
        Outcome recorded = recorded(sample);
        Outcome seen = play(sample, MacPolicy.REQUIRED);
        String difference = recorded.difference(seen);
        if (difference.isEmpty() && sample.has("plainIgnoreMac")) {
            Outcome lax = new Outcome(Optional.empty(), text(sample, "plainIgnoreMac"));
            difference = lax.difference(play(sample, MacPolicy.IGNORED));
        }
        return Verdict.of(difference);
    }

    /** A stage, unless it succeeds; and what is printed. */
    private record Outcome(Optional<SopsException.Stage> stage, String text) {
        String difference(Outcome seen) {
            return stage.equals(seen.stage) && RecordedErrors.same(stage, text, seen.text)
                    ? ""
                    : Diff.between(stage + ": " + text, seen.stage + ": " + seen.text);
        }
    }

    private static String text(JsonNode sample, String field) throws IOException {
        return new String(Files.readAllBytes(FOLDER.file(sample.path(field).asText())), StandardCharsets.ISO_8859_1);
    }

    private static Outcome recorded(JsonNode sample) throws IOException {
        if (sample.has("plain")) {
            return new Outcome(Optional.empty(), text(sample, "plain"));
        }
        return new Outcome(
                Optional.of(stage(sample.path("sopsExit").asInt())),
                sample.path("sopsError").asText());
    }

    private static SopsException.Stage stage(int exit) {
        return switch (exit) {
            case 1 -> SopsException.Stage.LOAD;
            case 4 -> SopsException.Stage.WRITE;
            case 25 -> SopsException.Stage.VALUE;
            case 51 -> SopsException.Stage.MAC;
            case 128 -> SopsException.Stage.KEY;
            default -> throw new IllegalArgumentException("exit " + exit);
        };
    }

    private static Outcome play(JsonNode sample, MacPolicy macs) throws IOException, KeyException {
        Keys keys = new Keys(FOLDER.file("keys"));
        Decryption decryption = new Decryption(keys.services(sample.path("keys")), macs, Limits.DEFAULT);
        Format format = Format.valueOf(sample.path("type").asText().toUpperCase(Locale.ROOT));
        byte[] file = Files.readAllBytes(FOLDER.file(sample.path("file").asText()));
        try {
            Decrypted plain = decryption.decrypt(file, format, format);
            return plain.version().isEmpty() && macs == MacPolicy.REQUIRED
                    ? new Outcome(Optional.of(SopsException.Stage.LOAD), "Version string empty")
                    : new Outcome(Optional.empty(), new String(plain.bytes(), StandardCharsets.ISO_8859_1));
        } catch (SopsException e) {
            return new Outcome(Optional.of(e.stage()), String.valueOf(e.getMessage()));
        }
    }
}
