package io.fluxj.sops.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.sops.Decryption;
import io.fluxj.sops.Format;
import io.fluxj.sops.Limits;
import io.fluxj.sops.MacPolicy;
import io.fluxj.sops.SopsException;
import io.fluxj.sops.age.AgeIdentities;
import io.fluxj.sops.age.AgeKeyService;
import io.fluxj.sops.key.KeyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The real sops encrypts for a key of the real age; what we decrypt is what it decrypts itself. */
@EnabledIfEnvironmentVariable(
        named = RealSops.PROGRAMS,
        matches = ".+",
        disabledReason = RealSops.PROGRAMS + " names no folder with the programs sops, age and age-keygen")
final class RealSopsTest {
    private static final String REFUSED = "refused";
    private static final int ROUNDS = Integer.getInteger("sops.rounds", 25);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private void agrees(Format format, String plain, long seed) throws IOException, InterruptedException, KeyException {
        RealSops sops = new RealSops(folder);
        Path keys = folder.resolve("keys.txt");
        if (!Files.exists(keys)) {
            assertThat(sops.run(keys, "age-keygen", "-o", keys.toString()).code())
                    .isZero();
        }
        String type = format.name().toLowerCase(Locale.ROOT);
        Path file = Files.writeString(folder.resolve("plain"), plain);
        Path encrypted = folder.resolve("encrypted");
        RealSops.Answer answer = sops.run(
                keys,
                "sops",
                "encrypt",
                "--age",
                recipient(keys),
                "--input-type",
                type,
                "--output-type",
                type,
                file.toString());
        if (answer.code() != 0) {
            return; // what sops does not take
        }
        Files.write(encrypted, answer.out());
        RealSops.Answer theirs =
                sops.run(keys, "sops", "decrypt", "--input-type", type, "--output-type", type, encrypted.toString());
        Decryption decryption = new Decryption(
                List.of(new AgeKeyService(new AgeIdentities().add(Files.readString(keys)))),
                MacPolicy.REQUIRED,
                Limits.DEFAULT);
        assertThat(ours(decryption, answer.out(), format))
                .as("seed %d of\n%s", seed, plain)
                .isEqualTo(theirs.code() == 0 ? text(theirs.out()) : REFUSED);
    }

    /** Now and then sops cannot decrypt what it made itself. */
    private static String ours(Decryption decryption, byte[] encrypted, Format format) {
        try {
            return text(decryption.decrypt(encrypted, format, format).bytes());
        } catch (SopsException e) {
            return REFUSED;
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String recipient(Path keys) throws IOException {
        return Files.readAllLines(keys).stream()
                .filter(line -> line.startsWith("# public key: "))
                .findFirst()
                .orElseThrow()
                .substring("# public key: ".length());
    }

    @Test
    void readsAndWritesYamlAsSopsDoes() throws IOException, InterruptedException, KeyException {
        for (long seed = 0; seed < ROUNDS; seed++) {
            agrees(Format.YAML, new RandomYaml(seed).document(), seed);
        }
    }

    @Test
    void readsAndWritesTextAsSopsDoes() throws IOException, InterruptedException, KeyException {
        for (long seed = 0; seed < ROUNDS; seed++) {
            String words = words(seed);
            agrees(Format.BINARY, words, seed);
            agrees(Format.DOTENV, "A=" + words.replace("\n", "\nB=") + "\n", seed);
            agrees(Format.INI, "[s]\na = " + words.replace("\n", "\nb = ") + "\n", seed);
            agrees(
                    Format.JSON,
                    "{\"a\": \"" + words.replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\", \"n\": " + seed * 1e5 + "}",
                    seed);
        }
    }

    private static String words(long seed) {
        Random random = new Random(seed);
        String letters = "ab c=\"'`;#:\\n\n\té😀<>&%$[]{}\u2028";
        StringBuilder words = new StringBuilder("w");
        for (int i = random.nextInt(30); i > 0; i--) {
            int at = random.nextInt(letters.length());
            words.appendCodePoint(letters.codePointAt(Character.isLowSurrogate(letters.charAt(at)) ? at - 1 : at));
        }
        return words.toString();
    }
}
