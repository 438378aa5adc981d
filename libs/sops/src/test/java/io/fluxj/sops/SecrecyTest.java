package io.fluxj.sops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fluxj.sops.age.AgeIdentities;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.pgp.PgpKeys;
import io.fluxj.sops.tree.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that was decrypted, and no key, gets into a message. */
final class SecrecyTest {
    private static final String PLAIN = "secret";

    private static String messageOf(String id) throws IOException, KeyException {
        byte[] file = Files.readAllBytes(Samples.file(id, "encrypted.yaml"));
        Throwable failure = catchThrowable(() -> Samples.decryption("age-a").decrypt(file, Format.YAML, Format.YAML));
        assertThat(failure).isInstanceOf(SopsException.class).hasNoCause();
        return failure.toString();
    }

    @Test
    void keepsValuesOutOfMessages() throws IOException, KeyException {
        for (String id : List.of("n-type-confusion", "n-plain-value", "n-tampered-value", "n-unknown-type")) {
            assertThat(messageOf(id)).doesNotContain(PLAIN).doesNotContain("not encrypted");
        }
    }

    @Test
    void keepsKeysOutOfMessages() {
        String key = "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ";
        assertThat(catchThrowable(() -> new AgeIdentities().add(key))).hasMessageNotContaining("QQQQ");
        String block = "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQHYBGlsecret\n-----END PGP PRIVATE KEY BLOCK-----";
        assertThat(catchThrowable(() -> new PgpKeys().add(block))).hasMessageNotContaining(PLAIN);
        String ssh = "-----BEGIN OPENSSH PRIVATE KEY-----\nsecretsecret\n-----END OPENSSH PRIVATE KEY-----";
        assertThat(catchThrowable(() -> new AgeIdentities().addAny(ssh))).hasMessageNotContaining(PLAIN);
    }

    @Test
    void keepsValuesOutOfWhatIsPrintedOfObjects() throws IOException, KeyException {
        byte[] file = Files.readAllBytes(Samples.file("y-minimal", "encrypted.yaml"));
        Decrypted plain = Samples.decryption("age-a").decrypt(file, Format.YAML, Format.YAML);
        assertThat(plain.toString()).matches("Decrypted\\[\\d+ bytes, authentic=true]");
        assertThat(Value.Text.of(PLAIN).toString()).doesNotContain(PLAIN);
    }
}
