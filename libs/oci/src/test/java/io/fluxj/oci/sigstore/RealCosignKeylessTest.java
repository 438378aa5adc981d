package io.fluxj.oci.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.archive.Digest;
import io.fluxj.oci.Pusher;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.testkit.FakeSigstore;
import io.fluxj.testkit.FakeSigstore.Flaw;
import io.fluxj.testkit.OutsideServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The real cosign takes what we take, and refuses what we refuse. */
class RealCosignKeylessTest {
    @TempDir
    Path work;

    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(true, new Flaw[0]),
                Arguments.of(false, new Flaw[] {Flaw.OTHER_CERTIFICATE_LOG}),
                Arguments.of(false, new Flaw[] {Flaw.OTHER_ISSUER}),
                Arguments.of(false, new Flaw[] {Flaw.BROKEN_PROOF}),
                Arguments.of(false, new Flaw[] {Flaw.BROKEN_PROMISE}),
                Arguments.of(false, new Flaw[] {Flaw.OTHER_SIGNATURE_IN_LOG}),
                Arguments.of(false, new Flaw[] {Flaw.TOO_LATE}));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void bothComeToTheSame(boolean holds, Flaw[] flaws) throws Exception {
        String cosign = Objects.requireNonNull(
                        OutsideServer.programsOrSkip("signers").get("cosign"))
                .toString();
        FakeSigstore sigstore = new FakeSigstore();
        Files.writeString(work.resolve("root.json"), sigstore.trustedRoot());
        try (OutsideServer server = OutsideServer.startOrSkip("referrers", work.resolve("data"), Map.of())) {
            Repository repository = new Repository(server.value("REGISTRY"), "team/app");
            Pusher pusher = Pusher.to(server.value("URL"), "team/app");
            Digest digest = pusher.push("1.0.0", "content");
            String bundle = sigstore.bundle(CosignKeylessTest.statement(digest), flaws);
            pusher.attach(digest, pusher.size("1.0.0"), bundle, "application/vnd.dev.sigstore.bundle.v0.3+json");
            assertThat(cosignTakes(cosign, repository.digest(digest).toString()))
                    .isEqualTo(holds);
            assertThat(weTake(sigstore, repository, digest)).isEqualTo(holds);
        }
    }

    private boolean cosignTakes(String cosign, String image) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        cosign,
                        "verify",
                        "--trusted-root=root.json",
                        "--certificate-identity=" + FakeSigstore.SUBJECT,
                        "--certificate-oidc-issuer=" + FakeSigstore.ISSUER,
                        "--allow-http-registry",
                        image))
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile());
        return builder.start().waitFor() == 0;
    }

    private static boolean weTake(FakeSigstore sigstore, Repository repository, Digest digest) throws Exception {
        KeylessTrust trust = new KeylessTrust(
                TrustedRoot.parse(sigstore.trustedRoot().getBytes(UTF_8)),
                List.of(new Identity(FakeSigstore.ISSUER::equals, FakeSigstore.SUBJECT::equals)));
        try (Registry registry =
                HttpRegistry.open(repository.registry(), RegistryAccess.anonymous(), RegistryLimits.DEFAULT)) {
            return new CosignKeyless(trust).verify(registry, repository, digest).verified();
        } catch (UnverifiedException refused) {
            return false;
        }
    }
}
