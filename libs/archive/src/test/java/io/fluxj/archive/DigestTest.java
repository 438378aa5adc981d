package io.fluxj.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestTest {
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** The test vectors for "abc" in FIPS 180-4 and in BLAKE3's own documentation. */
    @ParameterizedTest
    @CsvSource({
        "sha1, a9993e364706816aba3e25717850c26c9cd0d89d",
        "sha256, " + SHA256_OF_ABC,
        "sha384, cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
        "sha512, ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "blake3, 6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"
    })
    void knowsItsAlgorithms(String label, String hex) {
        Digest digest = Digest.of(DigestAlgorithm.named(label), "abc");

        assertThat(digest).hasToString(label + ":" + hex);
        assertThat(Digest.parse(label + ":" + hex)).isEqualTo(digest);
    }

    @Test
    void takesBareDigitsForSha256() {
        assertThat(Digest.parse(SHA256_OF_ABC)).isEqualTo(Digest.of(DigestAlgorithm.SHA256, "abc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256:",
                "md5:900150983cd24fb0d6963f7d28e17f72",
                "sha256:BA78",
                "sha1:" + SHA256_OF_ABC,
                "../../etc"
            })
    void refusesOtherTexts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.parse(text));
    }

    @Test
    void isComputedWhileWritingAndReading() throws IOException {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        HashingOutputStream out = new HashingOutputStream(new ByteArrayOutputStream(), DigestAlgorithm.SHA256);
        out.write(abc[0]);
        out.write(abc, 1, 2);
        HashingInputStream in = new HashingInputStream(new ByteArrayInputStream(abc), DigestAlgorithm.SHA256);
        assertThat(in.read()).isEqualTo('a');
        assertThat(in.skip(1)).isEqualTo(1);

        assertThat(out.digest().hex()).isEqualTo(SHA256_OF_ABC);
        assertThat(out.size()).isEqualTo(3);
        assertThat(in.digestOfAll().hex()).isEqualTo(SHA256_OF_ABC);
        assertThat(in.size()).isEqualTo(3);
    }
}
