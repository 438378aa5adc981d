package io.fluxj.oci.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.testkit.FakeSigstore;
import io.fluxj.testkit.FakeSigstore.Flaw;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures of commits as gitsign makes them offline, by its source. */
class GitsignTest {
    private static final byte[] COMMIT = "tree 0\nauthor a\n\nmessage\n".getBytes(UTF_8);

    private final FakeSigstore sigstore = new FakeSigstore();

    private String verify(String armour, byte[] payload, Identity... identities) throws Exception {
        TrustedRoot root = TrustedRoot.parse(sigstore.trustedRoot().getBytes(UTF_8));
        return new GitsignTrust(new KeylessTrust(root, List.of(identities))).verify(armour, payload);
    }

    private static Identity identity(String issuer, String subject) {
        return new Identity(
                Pattern.compile(issuer).asPredicate(), Pattern.compile(subject).asPredicate());
    }

    @Test
    void tellsWhoSigned() throws Exception {
        assertThat(verify(
                        sigstore.commit(COMMIT),
                        COMMIT,
                        identity("^https://token\\.actions", "^https://github.com/org/")))
                .isEqualTo(FakeSigstore.SUBJECT + "' of '" + FakeSigstore.ISSUER);
    }

    @Test
    void refusesOthersAndOtherCommits() {
        assertThatThrownBy(() -> verify(sigstore.commit(COMMIT), COMMIT, identity(".*", "^somebody$")))
                .hasMessageStartingWith("none of the expected identities matched");
        assertThatThrownBy(() -> verify(sigstore.commit(COMMIT), "tree 1".getBytes(UTF_8), identity(".*", ".*")))
                .hasMessage("it is of something else");
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(Flaw.NO_CERTIFICATE_LOG, "it has no SCT"),
                Arguments.of(Flaw.OTHER_CERTIFICATE_LOG, "no log that is trusted says that it has the certificate"),
                Arguments.of(Flaw.OTHER_ISSUER, "issued by nobody that is trusted"),
                Arguments.of(Flaw.OTHER_LOG, "in a log that is not trusted"),
                Arguments.of(Flaw.NO_LOG, "sign with gitsign.rekorMode=offline"),
                Arguments.of(Flaw.NO_PROMISE, "nobody that is trusted tells when it was signed"),
                Arguments.of(Flaw.BROKEN_PROMISE, "the log's promise does not hold"),
                Arguments.of(Flaw.BROKEN_PROOF, "the proof that the signature is in the log does not hold"),
                Arguments.of(Flaw.UNSIGNED_CHECKPOINT, "the log's checkpoint is not signed by it"),
                Arguments.of(Flaw.OTHER_SIGNATURE_IN_LOG, "the log's promise does not hold"),
                Arguments.of(Flaw.OTHER_CERTIFICATE_IN_LOG, "the log's promise does not hold"),
                Arguments.of(Flaw.OTHER_PAYLOAD_IN_LOG, "it is of something else"),
                Arguments.of(Flaw.TOO_LATE, "or was not valid at"));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void everyFlawIsFound(Flaw flaw, String why) {
        assertThatThrownBy(() -> verify(sigstore.commit(COMMIT, flaw), COMMIT, identity(".*", ".*")))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN SIGNED MESSAGE-----\n!\n-----END SIGNED MESSAGE-----\n",
                "-----BEGIN PGP SIGNATURE-----"
            })
    void whatIsNoSignatureIsRefused(String armour) {
        assertThatThrownBy(() -> verify(armour, COMMIT, identity(".*", ".*")))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageStartingWith("it is no signed message");
    }

    /** Whatever is changed: it is refused, and nothing else happens. */
    @Test
    void changedBytesAreRefused() throws Exception {
        String armour = sigstore.commit(COMMIT);
        byte[] der = Base64.getMimeDecoder().decode(armour.replaceAll("-----[A-Z ]+-----", ""));
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            byte[] changed = der.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            String text = "-----BEGIN SIGNED MESSAGE-----\n"
                    + Base64.getMimeEncoder().encodeToString(changed) + "\n-----END SIGNED MESSAGE-----\n";
            try {
                assertThat(verify(text, COMMIT, identity(".*", ".*")))
                        .as("what is changed at %d says nothing", at)
                        .isEqualTo(FakeSigstore.SUBJECT + "' of '" + FakeSigstore.ISSUER);
            } catch (UnverifiedException refused) {
                // as it should be
            }
        }
    }
}
