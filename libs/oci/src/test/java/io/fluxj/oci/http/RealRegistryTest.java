package io.fluxj.oci.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fluxj.archive.Digest;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.Pusher;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.testkit.OutsideServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registries that others wrote. */
class RealRegistryTest {
    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(strings = {"basic", "token"})
    void whatWasPushedIsFetchedByWhoMayAndByNobodyElse(String auth) throws Exception {
        Path data = Files.createDirectories(work.resolve("data"));
        Digest pushed = push(data);
        try (OutsideServer server = OutsideServer.startOrSkip("registry", data, Map.of("AUTH", auth))) {
            Repository repository = new Repository(server.value("REGISTRY"), "team/app");
            RegistryCredentials user =
                    new RegistryCredentials.Basic(server.value("USERNAME"), server.value("PASSWORD"));
            try (HttpRegistry registry =
                    open(repository, RegistryAccess.anonymous().as(user))) {
                assertThat(registry.tags(repository)).containsExactly("1.0.0");
                assertThat(registry.resolve(repository.tag("1.0.0"))).isEqualTo(pushed);
                assertThat(layer(registry, repository, pushed)).hasContent("what the layer holds");
                assertThatThrownBy(() -> registry.resolve(repository.tag("nope")))
                        .hasMessageContaining("/v2/team/app/manifests/nope: MANIFEST_UNKNOWN: manifest unknown");
            }
            for (RegistryCredentials wrong :
                    List.of(new RegistryCredentials.None(), new RegistryCredentials.Basic("flux", "guess"))) {
                try (HttpRegistry registry =
                        open(repository, RegistryAccess.anonymous().as(wrong))) {
                    assertThatThrownBy(() -> registry.tags(repository))
                            .isInstanceOfSatisfying(RegistryException.class, refused -> assertThat(refused.problem())
                                    .isEqualTo(Problem.AUTHENTICATION));
                }
            }
        }
    }

    private static Digest push(Path data) throws Exception {
        try (OutsideServer open = OutsideServer.startOrSkip("registry", data, Map.of())) {
            return Pusher.to(open.value("URL"), "team/app").push("1.0.0", "what the layer holds");
        }
    }

    private Path layer(HttpRegistry registry, Repository repository, Digest manifest) throws Exception {
        Manifest.Image image = registry.image(repository.digest(manifest));
        Path file = work.resolve("layer");
        registry.download(repository, image.layers().getFirst(), file);
        return file;
    }

    @Test
    void overTlsTheAuthorityCounts() throws Exception {
        try (OutsideServer server = OutsideServer.startOrSkip("registry", work.resolve("tls"), Map.of("TLS", "1"))) {
            Repository repository = new Repository(server.value("REGISTRY"), "team/app");
            TlsConfig trusting = TlsConfig.trusting(Trust.besideSystem(Files.readString(Path.of(server.value("CA")))));
            assertThat(problem(repository, access(trusting, false))).isEqualTo(Problem.NOT_FOUND);
            assertThat(problem(repository, access(TlsConfig.SYSTEM, false))).isEqualTo(Problem.CERTIFICATE);
            assertThat(problem(repository, access(TlsConfig.SYSTEM, true))).isEqualTo(Problem.NOT_FOUND);
        }
    }

    private static RegistryAccess access(TlsConfig tls, boolean insecure) {
        return new RegistryAccess(new RegistryCredentials.None(), tls, Proxies.NONE, insecure, Duration.ofSeconds(30));
    }

    private static Problem problem(Repository repository, RegistryAccess access) throws InterruptedException {
        try (HttpRegistry registry = open(repository, access)) {
            registry.resolve(repository.tag("1.0.0"));
            throw new AssertionError("nothing was pushed there");
        } catch (RegistryException failed) {
            return failed.problem();
        }
    }

    @Test
    void longListsComeInPages() throws Exception {
        Map<String, String> pages = Map.of("PAGE", "7");
        try (OutsideServer server = OutsideServer.startOrSkip("referrers", work.resolve("pages"), pages)) {
            Repository repository = new Repository(server.value("REGISTRY"), "team/app");
            Pusher pusher = Pusher.to(server.value("URL"), "team/app");
            List<String> tags = new ArrayList<>();
            for (int number = 100; number < 130; number++) {
                pusher.push("1.0." + number, "same");
                tags.add("1.0." + number);
            }
            RegistryLimits sevenAtOnce = new RegistryLimits(1 << 20, 1 << 20, 1000, 7);
            try (HttpRegistry registry =
                    HttpRegistry.open(repository.registry(), RegistryAccess.anonymous(), sevenAtOnce)) {
                assertThat(registry.tags(repository)).containsExactlyElementsOf(tags);
            }
        }
    }

    @Test
    void whatRefersToAManifestIsListed() throws Exception {
        try (OutsideServer server = OutsideServer.startOrSkip("referrers", work.resolve("referrers"), Map.of())) {
            Repository repository = new Repository(server.value("REGISTRY"), "team/app");
            Pusher pusher = Pusher.to(server.value("URL"), "team/app");
            Digest subject = pusher.push("1.0.0", "content");
            try (HttpRegistry registry = open(repository, RegistryAccess.anonymous())) {
                assertThat(registry.referrers(repository, subject)).isEmpty();
                Digest attached = pusher.attach(subject, pusher.size("1.0.0"), "signature");
                assertThat(registry.referrers(repository, subject))
                        .extracting(Descriptor::digest, Descriptor::artifactType)
                        .containsExactly(tuple(attached, "application/vnd.test"));
            }
        }
    }

    private static HttpRegistry open(Repository repository, RegistryAccess access)
            throws RegistryException, InterruptedException {
        return HttpRegistry.open(repository.registry(), access, RegistryLimits.DEFAULT);
    }
}
