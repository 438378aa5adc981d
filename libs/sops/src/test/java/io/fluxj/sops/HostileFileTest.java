package io.fluxj.sops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.sops.key.KeyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What nobody vouches for is refused in time, with a message. */
final class HostileFileTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static void refuses(String file, Format format, String message) {
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            Decryption decryption = Samples.decryption("age-a");
            assertThatThrownBy(() -> decryption.decrypt(file.getBytes(StandardCharsets.UTF_8), format, format))
                    .isInstanceOf(SopsException.class)
                    .hasMessageContaining(message);
        });
    }

    @Test
    void refusesAliasesThatMultiply() {
        StringBuilder file = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            file.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, alias))));
        }
        refuses(file.toString(), Format.YAML, "excessive aliasing");
    }

    @Test
    void refusesAnAliasOfWhatHoldsIt() {
        refuses("a: &a [*a]\n", Format.YAML, "contains itself");
    }

    @Test
    void refusesDeepNesting() {
        refuses("a: " + "[".repeat(100_000), Format.YAML, "nested deeper than 1000 levels");
        refuses("- ".repeat(100_000), Format.YAML, "nested deeper than 1000 levels");
        refuses("{\"a\":" + "[".repeat(100_000), Format.JSON, "nested deeper than 1000 levels");
    }

    @Test
    void refusesLargeFiles() {
        refuses("a".repeat(6 << 20), Format.DOTENV, "at most 5242880 are taken");
    }

    @Test
    void refusesManyRecipients() throws IOException {
        String entry = "{recipient: age1x, enc: x},";
        refuses(
                "sops: {lastmodified: '2026-01-01T00:00:00Z', age: [" + entry.repeat(1_001) + "]}\n",
                Format.YAML,
                "more than 1000 keys");
    }

    @Test
    void refusesRegularExpressionsThatGrow() {
        String rule =
                "sops: {lastmodified: '2026-01-01T00:00:00Z', age: [{recipient: a, enc: b}], encrypted_regex: '%s'}\n";
        refuses(rule.formatted("((a{1000}){1000}){1000}"), Format.YAML, "more than 1000 times");
        refuses(rule.formatted("("), Format.YAML, "encrypted_regex is not a regular expression");
    }

    @Test
    void readsMarksOfCipherTextInLinearTime() throws IOException, KeyException {
        String marks = ",iv:,tag:,type:".repeat(200_000);
        String file = Samples.text("y-minimal", "encrypted.yaml") + "z: 'ENC[AES256_GCM,data:" + marks + "'\n";
        refuses(file, Format.YAML, "does not match sops' data format");
    }

    @Test
    void answersToEveryCutOfAFile() throws IOException, KeyException {
        String file = Samples.text("y-comments", "encrypted.yaml");
        Decryption decryption = Samples.decryption();
        for (int length = 0; length < file.length(); length += 7) {
            byte[] cut = Samples.bytes(file.substring(0, length));
            assertThatThrownBy(() -> decryption.decrypt(cut, Format.YAML, Format.YAML))
                    .isInstanceOf(SopsException.class);
        }
    }

    @Test
    void takesAnEmptyFileForOneThatIsNotEncrypted() {
        for (Format format : Format.values()) {
            assertThatThrownBy(() -> Samples.decryption().decrypt(new byte[0], format, format))
                    .isInstanceOfSatisfying(
                            SopsException.class, e -> assertThat(e.stage()).isEqualTo(SopsException.Stage.LOAD));
        }
    }
}
