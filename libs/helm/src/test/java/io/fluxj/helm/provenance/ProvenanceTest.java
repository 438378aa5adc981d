package io.fluxj.helm.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.helm.HelmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package that helm 4.3.1 signed, and texts that gpg 2 signed; the messages are those of {@code helm verify}. */
class ProvenanceTest {
    private static final String NAME = "tiny-0.1.0.tgz";
    private static final Provenance SIGNER =
            new Provenance("Chart signer <charts@example.com>", "2001B54503FAE94192EB8DDEF70335E6E1F583E1");

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/provenance", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Provenance.Packaged packaged(String name, byte[] bytes) {
        return new Provenance.Packaged(name, Digest.of(DigestAlgorithm.SHA256, bytes));
    }

    private static Provenance check(byte[] provenance) {
        return Provenance.check(packaged(NAME, file(NAME)), provenance, KeyRing.of(file("pub.asc")));
    }

    private static byte[] changed(String name, String from, String to) {
        String text = new String(file(name), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NAME + ".prov", "gpg.prov"})
    void saysWhoSigned(String provenance) {
        assertThat(check(file(provenance))).isEqualTo(SIGNER);
    }

    @Test
    void readsKeysInEveryForm() throws IOException {
        byte[] several = (new String(file("other.asc"), StandardCharsets.US_ASCII)
                        + new String(file("pub.asc"), StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] binary = KeyRing.armour(new String(file("pub.asc"), StandardCharsets.US_ASCII))
                .readAllBytes();
        Provenance.Packaged packaged = packaged(NAME, file(NAME));
        assertThat(Provenance.check(packaged, file("gpg.prov"), KeyRing.of(several)))
                .isEqualTo(SIGNER);
        assertThat(Provenance.check(packaged, file("gpg.prov"), KeyRing.of(binary)))
                .isEqualTo(SIGNER);
    }

    @Test
    void readsLinesOfWindows() {
        assertThat(check(changed(NAME + ".prov", "\n", "\r\n"))).isEqualTo(SIGNER);
    }

    @Test
    void refusesOtherBytes() {
        assertThatThrownBy(() -> Provenance.check(
                        packaged(NAME, new byte[] {1}), file(NAME + ".prov"), KeyRing.of(file("pub.asc"))))
                .isInstanceOf(HelmException.class)
                .hasMessageStartingWith("provenance of tiny-0.1.0.tgz: sha256 sum does not match for tiny-0.1.0.tgz:"
                        + " \"sha256:b9659cae40052eeeeb9193f9197299bcc18ab4664ed2040ab5af87581cbffe3f\" != \"sha256:");
    }

    @Test
    void refusesAnotherName() {
        assertThatThrownBy(() -> Provenance.check(
                        packaged("other-0.1.0.tgz", file(NAME)), file(NAME + ".prov"), KeyRing.of(file("pub.asc"))))
                .hasMessageEndingWith("provenance does not contain a SHA for a file named \"other-0.1.0.tgz\"");
    }

    @Test
    void refusesUnknownSigners() {
        assertThatThrownBy(() -> Provenance.check(
                        packaged(NAME, file(NAME)), file(NAME + ".prov"), KeyRing.of(file("other.asc"))))
                .hasMessageEndingWith("openpgp: signature made by unknown entity");
    }

    @Test
    void refusesWhatWasChanged() {
        assertThatThrownBy(() -> check(changed(NAME + ".prov", "name: tiny", "name: tony")))
                .hasMessageEndingWith("openpgp: invalid signature");
    }

    @Test
    void refusesBrokenHashFunctions() {
        assertThatThrownBy(() -> check(file("sha1.prov"))).hasMessageContaining("its hash function is broken");
    }

    @Test
    void refusesSignedTextsThatAreNoProvenance() {
        assertThatThrownBy(() -> check(file("one-part.prov")))
                .hasMessageEndingWith("message block must have at least two parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "-----BEGIN PGP SIGNED MESSAGE-----", "-----BEGIN PGP SIGNATURE-----\n"})
    void refusesWhatIsNotSigned(String text) {
        assertThatThrownBy(() -> check(text.getBytes(StandardCharsets.UTF_8)))
                .hasMessageEndingWith("signature block not found");
    }

    @Test
    void refusesTextBesideWhatIsSigned() {
        assertThatThrownBy(() -> check(changed(NAME + ".prov", "Hash: SHA512\n", "Hash: SHA512\nfiles: {}\n")))
                .hasMessageEndingWith("signature block not found");
    }

    @Test
    void refusesMalformedSignaturesAndKeys() {
        assertThatThrownBy(() -> check(changed(NAME + ".prov", "wsC5BAEBCgBtBYJrDYpHCRD3", "AAAA")))
                .isInstanceOf(HelmException.class)
                .hasMessageContaining("signature is malformed");
        assertThatThrownBy(() -> KeyRing.of(new byte[0])).hasMessage("key ring holds no public key");
        assertThatThrownBy(() -> KeyRing.of("hello".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(HelmException.class)
                .hasMessageStartingWith("key ring ");
    }

    @Test
    void boundsWhatItReads() {
        assertThatThrownBy(() -> check(new byte[(1 << 20) + 1])).hasMessageContaining("more than the 1048576 allowed");
    }
}
