package io.fluxj.oci.signature;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.archive.Digest;
import io.fluxj.oci.Pusher;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import io.fluxj.testkit.OutsideServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real cosign signed, in registries that others wrote: one without and one with the referrers API. */
class RealCosignTest {
    private static final List<String> OLDER_FORM =
            List.of("--use-signing-config=false", "--new-bundle-format=false", "--tlog-upload=false");

    @TempDir
    Path work;

    @ParameterizedTest
    @CsvSource({
        "registry, EC, bundle",
        "registry, EC, older",
        "registry, RSA, bundle",
        "registry, RSA, older",
        "registry, ED25519, bundle",
        "registry, ED25519, older",
        "referrers, EC, bundle",
        "referrers, EC, older",
    })
    void whatAKeySignedIsVerifiedByItAndByNoOther(String server, String algorithm, String form) throws Exception {
        Path cosign =
                Objects.requireNonNull(OutsideServer.programsOrSkip("signers").get("cosign"));
        try (OutsideServer registry = OutsideServer.startOrSkip(server, work.resolve("data"), Map.of())) {
            Repository repository = new Repository(registry.value("REGISTRY"), "team/app");
            Digest digest = Pusher.to(registry.value("URL"), "team/app").push("1.0.0", "content");
            String mine = key(cosign, algorithm, "mine");
            String other = key(cosign, algorithm, "other");
            assertUnsigned(repository, digest, mine);
            sign(cosign, "mine", form, repository.digest(digest).toString());
            assertThatCode(() -> verify(repository, digest, List.of(other, mine)))
                    .doesNotThrowAnyException();
            assertUnsigned(repository, digest, other);
            assertUnsigned(
                    repository, Pusher.to(registry.value("URL"), "team/app").push("1.0.1", "other content"), mine);
        }
    }

    private static void assertUnsigned(Repository repository, Digest digest, String key) {
        assertThatThrownBy(() -> verify(repository, digest, List.of(key)))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("no matching signatures were found for '" + repository + "@" + digest + "'");
    }

    private static void verify(Repository repository, Digest digest, List<String> keys) throws Exception {
        try (Registry registry =
                HttpRegistry.open(repository.registry(), RegistryAccess.anonymous(), RegistryLimits.DEFAULT)) {
            CosignKeys.parse(keys).requireSigned(registry, repository, digest);
        }
    }

    /** A public key, of which cosign has the private one. */
    private String key(Path cosign, String algorithm, String name) throws Exception {
        run(List.of(
                        "openssl",
                        "genpkey",
                        "-algorithm",
                        algorithm,
                        "-out",
                        name + ".pem",
                        parameter(algorithm)[0],
                        parameter(algorithm)[1])
                .stream()
                .filter(argument -> !argument.isEmpty())
                .toList());
        run(List.of(cosign.toString(), "import-key-pair", "--key", name + ".pem", "--output-key-prefix", name));
        return Files.readString(work.resolve(name + ".pub"));
    }

    private static String[] parameter(String algorithm) {
        return algorithm.equals("EC") ? new String[] {"-pkeyopt", "ec_paramgen_curve:P-256"} : new String[] {"", ""};
    }

    private void sign(Path cosign, String key, String form, String reference) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(cosign.toString(), "sign", "--yes", "--key", key + ".key", "--allow-http-registry"));
        if (form.equals("older")) {
            command.addAll(OLDER_FORM);
        } else {
            run(List.of(cosign.toString(), "signing-config", "create", "--out", "signing.json"));
            command.addAll(List.of("--signing-config", "signing.json"));
        }
        command.add(reference);
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = work.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("COSIGN_PASSWORD", "");
        if (builder.start().waitFor() != 0) {
            throw new IOException(command + " failed: " + Files.readString(log));
        }
    }
}
