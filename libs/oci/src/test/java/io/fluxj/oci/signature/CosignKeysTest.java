package io.fluxj.oci.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.oci.MediaType;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import io.fluxj.testkit.RegistryServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures that were tampered with; those that are in order are in {@link RealCosignTest} and in the scenarios of source-controller. */
class CosignKeysTest {
    private static final String SIGNING = "https://sigstore.dev/cosign/sign/v1";

    @TempDir
    Path blobs;

    private KeyPair keys;
    private Digest artifact;

    @BeforeEach
    void makeArtifact() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        artifact = put("{\"schemaVersion\":2,\"layers\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "true, cosign container image signature, '', true",
        "false, cosign container image signature, '', false",
        "true, something else, '', false",
        "true, cosign container image signature, A, false",
    })
    void anOlderSignatureIsOneOfThisArtifactByThisKey(boolean ofArtifact, String type, String damage, boolean holds)
            throws Exception {
        Digest about = ofArtifact ? artifact : Digest.of(DigestAlgorithm.SHA256, "other");
        String statement = """
                {"critical":{"identity":{"docker-reference":"x"},"image":{"docker-manifest-digest":"%s"},"type":"%s"}}""".formatted(about, type);
        String signature = damage + Base64.getEncoder().encodeToString(signed(statement.getBytes(UTF_8)));
        Digest manifest = put("""
                {"schemaVersion":2,"layers":[{"mediaType":"application/vnd.dev.cosign.simplesigning.v1+json","digest":"%s","size":%d,
                 "annotations":{"dev.cosignproject.cosign/signature":"%s"}}]}""".formatted(put(statement), statement.length(), signature));
        assertHolds(holds, "sha256-" + artifact.hex() + ".sig", manifest, MediaType.OCI_MANIFEST);
    }

    @ParameterizedTest
    @CsvSource({
        "true, https://sigstore.dev/cosign/sign/v1, true",
        "false, https://sigstore.dev/cosign/sign/v1, false",
        "true, https://slsa.dev/provenance/v1, false",
    })
    void aBundleIsASignatureOfThisArtifact(boolean ofArtifact, String predicate, boolean holds) throws Exception {
        assertHolds(holds, "sha256-" + artifact.hex(), index(bundle(ofArtifact, predicate)), MediaType.OCI_INDEX);
    }

    @Test
    void whatABundleSaysTwiceIsNotBelieved() throws Exception {
        String twice = bundle(true, SIGNING).replaceFirst("\\{", "{\"dsseEnvelope\":{},");
        assertHolds(false, "sha256-" + artifact.hex(), index(twice), MediaType.OCI_INDEX);
    }

    @Test
    void withoutKeysNothingIsSigned() {
        assertThatThrownBy(() -> verify(RegistryServer.start(blobs), List.of()))
                .hasMessageStartingWith("no matching signatures were found for '127.0.0.1:");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> CosignKeys.parse(List.of("nonsense"))).hasMessage("PEM decoding failed");
        assertThatThrownBy(
                        () -> CosignKeys.parse(List.of("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")))
                .hasMessageContaining("of none of the types");
    }

    private String bundle(boolean ofArtifact, String predicate) throws GeneralSecurityException {
        String hex = ofArtifact ? artifact.hex() : "0".repeat(64);
        byte[] payload = """
                {"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":"%s"}}],"predicateType":"%s","predicate":{}}""".formatted(hex, predicate).getBytes(UTF_8);
        String head = "DSSEv1 28 application/vnd.in-toto+json " + payload.length + " ";
        byte[] message = (head + new String(payload, UTF_8)).getBytes(UTF_8);
        return """
                {"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json",
                 "dsseEnvelope":{"payload":"%s","payloadType":"application/vnd.in-toto+json","signatures":[{"sig":"%s"}]}}""".formatted(base64(payload), base64(signed(message)));
    }

    private Digest index(String bundle) throws Exception {
        String manifest = """
                {"schemaVersion":2,"layers":[{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","digest":"%s","size":%d}]}""".formatted(put(bundle), bundle.length());
        return put("""
                {"schemaVersion":2,"mediaType":"%s","manifests":[{"mediaType":"%s","digest":"%s","size":%d}]}""".formatted(MediaType.OCI_INDEX, MediaType.OCI_MANIFEST, put(manifest), manifest.length()));
    }

    private void assertHolds(boolean holds, String tag, Digest manifest, String type) throws Exception {
        RegistryServer server = RegistryServer.start(blobs);
        server.tag("team/app", tag, manifest.toString(), type);
        if (holds) {
            assertThatCode(() -> verify(server, List.of(pem(keys.getPublic())))).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> verify(server, List.of(pem(keys.getPublic()))))
                    .isInstanceOf(UnverifiedException.class);
        }
    }

    private void verify(RegistryServer server, List<String> pems) throws Exception {
        Repository repository = new Repository(server.address(), "team/app");
        try (server;
                HttpRegistry registry =
                        HttpRegistry.open(server.address(), RegistryAccess.anonymous(), RegistryLimits.DEFAULT)) {
            CosignKeys.parse(pems).requireSigned(registry, repository, artifact);
        }
    }

    private byte[] signed(byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    private Digest put(String content) throws Exception {
        Digest digest = Digest.of(DigestAlgorithm.SHA256, content);
        Files.writeString(blobs.resolve(digest.hex()), content);
        return digest;
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + base64(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
