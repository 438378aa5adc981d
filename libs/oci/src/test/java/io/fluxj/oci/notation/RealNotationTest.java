package io.fluxj.oci.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.archive.Digest;
import io.fluxj.oci.Pusher;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.signature.Verdict;
import io.fluxj.testkit.OutsideServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real notation signs now, in registries that others wrote: one without and one with the referrers API. */
class RealNotationTest {
    private static final String POLICY = """
            {"version":"1.0","trustPolicies":[{"name":"all","registryScopes":["*"],"signatureVerification":{"level":"strict"},
             "trustStores":["ca:any"],"trustedIdentities":["x509.subject: C=US, ST=WA, O=Notary"]}]}""";

    @TempDir
    Path work;

    @ParameterizedTest
    @CsvSource({"registry, jws", "registry, cose", "referrers, jws", "referrers, cose"})
    void whatIsSignedIsVerifiedByItsCertificateAndByNoOther(String server, String format) throws Exception {
        String notation = Objects.requireNonNull(
                        OutsideServer.programsOrSkip("signers").get("notation"))
                .toString();
        try (OutsideServer registry = OutsideServer.startOrSkip(server, work.resolve("data"), Map.of())) {
            Repository repository = new Repository(registry.value("REGISTRY"), "team/app");
            Digest digest = Pusher.to(registry.value("URL"), "team/app").push("1.0.0", "content");
            run(notation, "cert", "generate-test", "mine");
            run(notation, "cert", "generate-test", "other");
            assertUnsigned(repository, digest, "mine");
            run(
                    notation,
                    "sign",
                    "--key",
                    "mine",
                    "--signature-format",
                    format,
                    "--force-referrers-tag=" + server.equals("registry"),
                    "--insecure-registry",
                    repository.digest(digest).toString());
            assertThat(verify(repository, digest, "mine")).isEqualTo(Verdict.VERIFIED);
            assertUnsigned(repository, digest, "other");
        }
    }

    private void assertUnsigned(Repository repository, Digest digest, String certificate) {
        assertThatThrownBy(() -> verify(repository, digest, certificate)).isInstanceOf(UnverifiedException.class);
    }

    private Verdict verify(Repository repository, Digest digest, String name) throws Exception {
        Path certificate = work.resolve("notation/truststore/x509/ca/%s/%s.crt".formatted(name, name));
        try (Registry registry =
                HttpRegistry.open(repository.registry(), RegistryAccess.anonymous(), RegistryLimits.DEFAULT)) {
            return NotationPolicy.parse(
                            POLICY.getBytes(StandardCharsets.UTF_8),
                            Map.of("ca.crt", Files.readAllBytes(certificate)),
                            Clock.systemUTC())
                    .verify(registry, repository, digest);
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        Path log = work.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("XDG_CONFIG_HOME", work.toString());
        if (builder.start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + Files.readString(log));
        }
    }
}
