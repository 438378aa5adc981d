package io.fluxj.oci.notation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.oci.MediaType;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.signature.Verdict;
import io.fluxj.testkit.RegistryServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What notation 1.3.2 signed on 2026-11-30, looked at at different times and under different policies: {@code jws} and {@code cose} (the second for
 * an hour) by a key whose certificate lasts two days and has two authorities above it, {@code stamped} as {@code jws} with a timestamp,
 * {@code self} by a key with a certificate of its own.
 */
class NotationPolicyTest {
    private static final Instant SIGNED = Instant.parse("2026-11-30T16:10:30Z");
    private static final String ANY = "\"*\"";
    private static final String SIGNER = "\"x509.subject: C=US, ST=WA, O=Notary\"";

    @TempDir
    Path blobs;

    private JsonNode artifacts = new ObjectMapper().missingNode();
    private final Map<String, String> settings = new java.util.HashMap<>();

    @BeforeEach
    void copyBlobs() throws Exception {
        try (Stream<Path> files = Files.list(resource())) {
            for (Path file : files.toList()) {
                Files.copy(file, blobs.resolve(file.getFileName()));
            }
        }
        artifacts = new ObjectMapper().readTree(blobs.resolve("tags.json").toFile());
        settings.putAll(Map.of(
                "scope",
                "*",
                "level",
                "\"level\":\"strict\"",
                "stores",
                "\"ca:any\"",
                "identities",
                ANY,
                "root",
                "root.crt"));
    }

    private static Path resource() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(NotationPolicyTest.class.getResource("/notation"))
                .toURI());
    }

    @ParameterizedTest
    @CsvSource({"jws, root.crt", "cose, root.crt", "jws, mid.crt", "self, me.test.crt", "stamped, root.crt"})
    void whatATrustedCertificateVouchesForIsVerified(String artifact, String root) throws Exception {
        settings.put("root", root);
        assertThat(verify(artifact, SIGNED)).isEqualTo(Verdict.VERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"jws, me.test.crt", "cose, me.test.crt", "self, root.crt"})
    void otherCertificatesVouchForNothing(String artifact, String root) {
        settings.put("root", root);
        assertRefused(artifact, SIGNED, "does not contain any trusted certificate");
    }

    @Test
    void whatNobodySignedIsRefused() throws Exception {
        Digest digest = Digest.of(DigestAlgorithm.SHA256, "{}");
        Files.writeString(blobs.resolve(digest.hex()), "{}");
        ((com.fasterxml.jackson.databind.node.ObjectNode) artifacts)
                .putArray("unsigned")
                .add(digest.hex());
        assertRefused("unsigned", SIGNED, "no signature is associated with");
    }

    @Test
    void signaturesEnd() throws Exception {
        Instant later = SIGNED.plus(Duration.ofHours(2));
        assertRefused("cose", later, "digital signature has expired on \"2026-11-30T17:");
        settings.put("level", "\"level\":\"permissive\"");
        Verdict verdict = verify("cose", later);
        assertThat(verdict.verified()).isTrue();
        assertThat(verdict.remarks()).singleElement().asString().contains("type 'expiry' failed");
    }

    @Test
    void certificatesEndUnlessAnAuthorityPutsATimeToTheSignature() throws Exception {
        Instant later = SIGNED.plus(Duration.ofDays(3));
        assertRefused("jws", later, "is not valid at 2026-12-03");
        assertRefused("stamped", later, "is not valid at 2026-12-03");
        settings.put("stores", "\"ca:any\",\"tsa:any\"");
        assertRefused("jws", SIGNED, "no timestamp countersignature was found");
        assertRefused("stamped", later, "the timestamp is by no authority that is trusted");
        settings.put("stamps", "tsaroot.crt");
        assertThat(verify("stamped", later)).isEqualTo(Verdict.VERIFIED);
        settings.put("level", "\"level\":\"strict\",\"verifyTimestamp\":\"afterCertExpiry\"");
        assertThat(verify("jws", SIGNED)).isEqualTo(Verdict.VERIFIED);
        assertRefused("jws", later, "no timestamp countersignature was found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x509.subject: C=US, ST=WA, O=Notary; true",
                "x509.subject: O=Notary,C=US,S=WA,CN=signer; true",
                "x509.subject: C=US, ST=WA, O=Notary, CN=somebody; false",
                "x509.subject: C=US, ST=WA, O=notary; false",
            })
    void theSignerIsWhoThePolicyNames(String identity, boolean holds) throws Exception {
        settings.put("identities", "\"" + identity + "\"");
        if (holds) {
            assertThat(verify("jws", SIGNED)).isEqualTo(Verdict.VERIFIED);
        } else {
            assertRefused("jws", SIGNED, "does not match the X.509 trusted identities");
        }
    }

    @Test
    void aPolicyMayLetPassWhatNobodyVouchesFor() throws Exception {
        settings.putAll(Map.of("root", "me.test.crt", "level", "\"level\":\"audit\""));
        Verdict audited = verify("jws", SIGNED);
        assertThat(audited.verified()).isFalse();
        assertThat(audited.remarks()).singleElement().asString().contains("type 'authenticity' failed");
        settings.put("level", "\"level\":\"skip\"");
        assertThat(verify("jws", SIGNED)).isEqualTo(new Verdict(false, java.util.List.of()));
    }

    @ParameterizedTest
    @CsvSource({"jws, payload", "jws, protected", "jws, signature", "cose, targetArtifact", "cose, signingTime"})
    void nothingOfAnEnvelopeMayBeChanged(String artifact, String part) throws Exception {
        tamper(artifact, part);
        settings.put("level", "\"level\":\"audit\"");
        assertThatThrownBy(() -> verify(artifact, SIGNED)).isInstanceOf(UnverifiedException.class);
    }

    /** Somebody may move signatures to another artifact. */
    @Test
    void aSignatureIsOfOneArtifact() throws Exception {
        ((com.fasterxml.jackson.databind.node.ArrayNode) artifacts.path("jws"))
                .set(1, artifacts.path("self").get(1));
        settings.put("root", "me.test.crt");
        assertRefused("jws", SIGNED, "content descriptor mismatch");
    }

    @Test
    void theStatementOfARepositoryCountsBeforeThatOfAll() throws Exception {
        settings.put("second", statement("other", "somewhere.test/other", "\"level\":\"strict\""));
        settings.put("scope", "nowhere.test/app");
        assertRefused("jws", SIGNED, "has no applicable trust policy statement");
        settings.put("second", statement("all", "*", "\"level\":\"skip\""));
        settings.put("scope", "%s/team/app");
        assertThat(verify("jws", SIGNED)).isEqualTo(Verdict.VERIFIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; has empty version",
                "{\"version\":\"2.0\"}; unsupported version",
                "{\"version\":\"1.0\",\"trustPolicies\":[]}; zero trust policy statements",
                "nonsense; error occurred while parsing trustpolicy.json",
                "{\"version\":\"1.0\",\"version\":\"1.0\"}; says a thing twice",
            })
    void aPolicyThatCannotBeReadIsRefused(String document, String why) {
        assertThatThrownBy(() -> NotationPolicy.parse(document.getBytes(UTF_8), Map.of(), Clock.systemUTC()))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"level\":\"lax\"",
                "\"level\":\"\"",
                "\"level\":\"strict\",\"override\":{\"integrity\":\"log\"}",
                "\"level\":\"strict\",\"override\":{\"authenticity\":\"skip\"}",
                "\"level\":\"strict\",\"override\":{\"expiry\":\"ignore\"}",
                "\"level\":\"strict\",\"override\":{\"time\":\"log\"}",
                "\"level\":\"skip\",\"override\":{\"expiry\":\"log\"}",
                "\"level\":\"strict\",\"verifyTimestamp\":\"never\"",
            })
    void aLevelThatIsNoneIsRefused(String level) {
        settings.put("level", level);
        assertRefused("jws", SIGNED, "has invalid signatureVerification: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "stores; \"any\"; malformed trust store value",
                "stores; \"xx:any\"; malformed trust store value",
                "stores; ''; missing trust stores or trusted identities",
                "stores; \"signingAuthority:any\"; no trust store of type \"ca\"",
                "identities; \"*\",\"x509.subject: C=US, ST=WA, O=Notary\"; wildcard trusted identity",
                "identities; \"x509.subject: C=US\"; no mandatory RDN attribute",
                "identities; \"x509.subject: C=US, ST=WA, O=N\",\"x509.subject: C=US, ST=WA, O=N, CN=a\"; overlapping",
                "identities; \"somebody\"; missing its separator",
                "scope; https://x/y; is not valid",
                "scope; x/*; is not valid",
            })
    void aStatementThatIsNoneIsRefused(String setting, String value, String why) {
        settings.put(setting, value);
        assertRefused("jws", SIGNED, why);
    }

    @Test
    void twoStatementsDoNotSpeakOfTheSame() {
        settings.put("second", statement("mine", "a.test/b", "\"level\":\"strict\""));
        assertRefused("jws", SIGNED, "use the same name \"mine\"");
        settings.put("second", statement("other", "*", "\"level\":\"strict\""));
        assertRefused("jws", SIGNED, "registry scope \"*\" is present in multiple");
    }

    @Test
    void aFileWithoutCertificatesIsRefused() {
        settings.put("root", "tags.json");
        assertRefused("jws", SIGNED, "failed to parse certificate 'tags.json'");
    }

    private void tamper(String artifact, String part) throws IOException {
        JsonNode index =
                new ObjectMapper().readTree(blob(artifacts.path(artifact).get(1).asText()));
        JsonNode manifest =
                new ObjectMapper().readTree(blob(hex(index.path("manifests").get(0))));
        String layer = hex(manifest.path("layers").get(0));
        byte[] envelope = Files.readAllBytes(blobs.resolve(layer));
        int at = new String(envelope, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(part) + part.length() + 9;
        envelope[at] = (byte) (envelope[at] == 'A' ? 'B' : 'A');
        String moved = put(envelope);
        String changed = put(manifest.toString().replace(layer, moved).getBytes(UTF_8));
        String listed = put(index.toString()
                .replace(hex(index.path("manifests").get(0)), changed)
                .getBytes(UTF_8));
        ((com.fasterxml.jackson.databind.node.ArrayNode) artifacts.path(artifact)).set(1, listed);
    }

    private String blob(String hex) throws IOException {
        return Files.readString(blobs.resolve(hex));
    }

    private static String hex(JsonNode descriptor) {
        return descriptor.path("digest").asText().substring("sha256:".length());
    }

    private String put(byte[] content) throws IOException {
        String hex = Digest.of(DigestAlgorithm.SHA256, content).hex();
        Files.write(blobs.resolve(hex), content);
        return hex;
    }

    private void assertRefused(String artifact, Instant now, String why) {
        assertThatThrownBy(() -> verify(artifact, now))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining(why);
    }

    private Verdict verify(String artifact, Instant now) throws Exception {
        Digest digest = Digest.parse("sha256:" + artifacts.path(artifact).get(0).asText());
        try (RegistryServer server = RegistryServer.start(blobs);
                HttpRegistry registry =
                        HttpRegistry.open(server.address(), RegistryAccess.anonymous(), RegistryLimits.DEFAULT)) {
            JsonNode signatures = artifacts.path(artifact).path(1);
            if (!signatures.isMissingNode()) {
                server.tag("team/app", "sha256-" + digest.hex(), "sha256:" + signatures.asText(), MediaType.OCI_INDEX);
            }
            return NotationPolicy.parse(document(server.address()), certificates(), Clock.fixed(now, ZoneOffset.UTC))
                    .verify(registry, new Repository(server.address(), "team/app"), digest);
        }
    }

    private Map<String, byte[]> certificates() throws IOException {
        Map<String, byte[]> certificates = new java.util.TreeMap<>();
        for (String setting : java.util.List.of("root", "stamps")) {
            String file = settings.getOrDefault(setting, "");
            if (!file.isEmpty()) {
                certificates.put(file, Files.readAllBytes(blobs.resolve(file)));
            }
        }
        return certificates;
    }

    private byte[] document(String address) {
        String scope = settings.getOrDefault("scope", "").replace("%s", address);
        String second = settings.getOrDefault("second", "");
        return """
                {"version":"1.0","trustPolicies":[%s%s]}""".formatted(
                        statement("mine", scope, settings.getOrDefault("level", "")),
                        second.isEmpty() ? "" : "," + second)
                .getBytes(UTF_8);
    }

    private String statement(String name, String scope, String level) {
        String trust = level.contains("\"skip\",") || level.endsWith("\"skip\"")
                ? ""
                : ",\"trustStores\":[%s],\"trustedIdentities\":[%s]"
                        .formatted(settings.getOrDefault("stores", ""), settings.getOrDefault("identities", SIGNER));
        return "{\"name\":\"%s\",\"registryScopes\":[\"%s\"],\"signatureVerification\":{%s}%s}"
                .formatted(name, scope, level, trust);
    }
}
