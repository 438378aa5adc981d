package io.fluxj.oci.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.oci.MediaType;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.signature.Verdict;
import io.fluxj.testkit.FakeSigstore;
import io.fluxj.testkit.FakeSigstore.Flaw;
import io.fluxj.testkit.RegistryServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures without keys in both of cosign's forms, as they should be and with every flaw; that the forms are right is shown by RealCosignKeylessTest. */
class CosignKeylessTest {
    private static final String BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
    private static final String SIMPLE = "application/vnd.dev.cosign.simplesigning.v1+json";

    @TempDir
    Path blobs;

    private final FakeSigstore sigstore = new FakeSigstore();
    private Digest artifact = Digest.of(DigestAlgorithm.SHA256, "");

    @BeforeEach
    void makeArtifact() throws Exception {
        artifact = put("{\"schemaVersion\":2,\"layers\":[]}");
    }

    @Test
    void whatOneOfTheIdentitiesSignedIsVerified() throws Exception {
        assertThat(bundled(identity(".*", "nobody"), identity("^https://token\\.actions", "^https://github.com/org/")))
                .isEqualTo(Verdict.VERIFIED);
        assertThat(older(identity(".*", ".*"))).isEqualTo(Verdict.VERIFIED);
        assertThat(bundled(new Identity[0])).isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void whatOthersSignedIsRefused() {
        assertRefused(
                () -> bundled(identity("^https://other$", ".*")),
                "none of the expected identities matched what was in the certificate, got subjects ["
                        + FakeSigstore.SUBJECT + "] with issuer " + FakeSigstore.ISSUER);
        assertRefused(() -> older(identity(".*", "^somebody$")), "none of the expected identities matched");
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(Flaw.NO_CERTIFICATE_LOG, "it has no SCT"),
                Arguments.of(Flaw.OTHER_CERTIFICATE_LOG, "no log that is trusted says that it has the certificate"),
                Arguments.of(Flaw.OTHER_ISSUER, "issued by nobody that is trusted"),
                Arguments.of(Flaw.OTHER_LOG, "in a log that is not trusted"),
                Arguments.of(Flaw.NO_LOG, "the signature is in no log"),
                Arguments.of(Flaw.BROKEN_PROMISE, "the log's promise does not hold"),
                Arguments.of(Flaw.OTHER_SIGNATURE_IN_LOG, "about another signature"),
                Arguments.of(Flaw.OTHER_PAYLOAD_IN_LOG, "about another signature"),
                Arguments.of(Flaw.OTHER_CERTIFICATE_IN_LOG, "about another signature"),
                Arguments.of(Flaw.TOO_LATE, "or was not valid at"));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void aFlawOfEitherFormIsFound(Flaw flaw, String why) {
        assertRefused(() -> verifyBundle(sigstore.bundle(statement(artifact), flaw), List.of()), why);
        assertRefused(() -> verifyOlder(sigstore.older(older(artifact), flaw), List.of()), why);
    }

    static Stream<Arguments> flawsOfBundles() {
        return Stream.of(
                Arguments.of(Flaw.NO_PROMISE, "nobody that is trusted tells when it was signed"),
                Arguments.of(Flaw.BROKEN_PROOF, "the proof that the signature is in the log does not hold"),
                Arguments.of(Flaw.UNSIGNED_CHECKPOINT, "the log's checkpoint is not signed by it"));
    }

    @ParameterizedTest
    @MethodSource("flawsOfBundles")
    void aFlawOfABundleIsFound(Flaw flaw, String why) {
        assertRefused(() -> verifyBundle(sigstore.bundle(statement(artifact), flaw), List.of()), why);
    }

    @Test
    void theOlderFormNeedsAPromise() {
        assertRefused(
                () -> verifyOlder(sigstore.older(older(artifact), Flaw.NO_PROMISE), List.of()),
                "nothing shows that the signature is in the log");
    }

    @Test
    void aSignatureIsOfOneArtifact() throws Exception {
        Digest other = Digest.of(DigestAlgorithm.SHA256, "other");
        assertRefused(
                () -> verifyBundle(sigstore.bundle(statement(other)), List.of()),
                "no matching signatures were found for");
        assertRefused(
                () -> verifyOlder(sigstore.older(older(other)), List.of()), "no matching signatures were found for");
    }

    @Test
    void anotherSigstoreVouchesForNothing() throws Exception {
        String bundle = new FakeSigstore().bundle(statement(artifact));
        assertRefused(() -> verifyBundle(bundle, List.of()), "in a log that is not trusted");
    }

    @Test
    void thePublicSigstoreComesAlong() throws Exception {
        assertThat(TrustedRoot.publicGood().issuers()).isNotEmpty();
        assertThat(TrustedRoot.publicGood().signatureLogs()).isNotEmpty();
        assertThatThrownBy(() -> TrustedRoot.parse("{}".getBytes(UTF_8)))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("trusted_root.json is no trusted root of Sigstore");
    }

    private interface Attempt {
        Verdict make() throws Exception;
    }

    private static void assertRefused(Attempt attempt, String why) {
        assertThatThrownBy(attempt::make)
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining(why);
    }

    private static Identity identity(String issuer, String subject) {
        return new Identity(
                java.util.regex.Pattern.compile(issuer).asPredicate(),
                java.util.regex.Pattern.compile(subject).asPredicate());
    }

    private Verdict bundled(Identity... identities) throws Exception {
        return verifyBundle(sigstore.bundle(statement(artifact)), List.of(identities));
    }

    private Verdict older(Identity... identities) throws Exception {
        return verifyOlder(sigstore.older(older(artifact)), List.of(identities));
    }

    static String statement(Digest digest) {
        return """
                {"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":"%s"}}],\
                "predicateType":"https://sigstore.dev/cosign/sign/v1","predicate":{}}""".formatted(digest.hex());
    }

    static String older(Digest digest) {
        return """
                {"critical":{"identity":{"docker-reference":""},"image":{"docker-manifest-digest":"%s"},\
                "type":"cosign container image signature"},"optional":null}""".formatted(digest);
    }

    private Verdict verifyBundle(String bundle, List<Identity> identities) throws Exception {
        String manifest = """
                {"schemaVersion":2,"layers":[{"mediaType":"%s","digest":"%s","size":%d}]}""".formatted(BUNDLE, put(bundle), bundle.getBytes(UTF_8).length);
        Digest index =
                put("""
                {"schemaVersion":2,"mediaType":"%s","manifests":[{"mediaType":"%s","digest":"%s","size":%d}]}""".formatted(MediaType.OCI_INDEX, MediaType.OCI_MANIFEST, put(manifest), manifest.length()));
        return verify("sha256-" + artifact.hex(), index, MediaType.OCI_INDEX, identities);
    }

    private Verdict verifyOlder(String annotations, List<Identity> identities) throws Exception {
        String statement = older(artifact);
        Digest layer = put(statement);
        Digest manifest = put("""
                {"schemaVersion":2,"layers":[{"mediaType":"%s","digest":"%s","size":%d,"annotations":%s}]}""".formatted(SIMPLE, layer, statement.length(), annotations));
        return verify("sha256-" + artifact.hex() + ".sig", manifest, MediaType.OCI_MANIFEST, identities);
    }

    private Verdict verify(String tag, Digest digest, String type, List<Identity> identities) throws Exception {
        KeylessTrust trust =
                new KeylessTrust(TrustedRoot.parse(sigstore.trustedRoot().getBytes(UTF_8)), identities);
        try (RegistryServer server = RegistryServer.start(blobs);
                HttpRegistry registry =
                        HttpRegistry.open(server.address(), RegistryAccess.anonymous(), RegistryLimits.DEFAULT)) {
            server.tag("team/app", tag, digest.toString(), type);
            return new CosignKeyless(trust).verify(registry, new Repository(server.address(), "team/app"), artifact);
        }
    }

    private Digest put(String content) throws Exception {
        Digest digest = Digest.of(DigestAlgorithm.SHA256, content);
        Files.writeString(blobs.resolve(digest.hex()), content);
        return digest;
    }
}
