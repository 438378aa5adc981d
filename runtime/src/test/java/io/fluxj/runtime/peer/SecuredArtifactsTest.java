package io.fluxj.runtime.peer;

import static io.fluxj.runtime.peer.Installation.SECRET;
import static io.fluxj.runtime.peer.PeerSettings.AUDIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.artifact.ArtifactFailure;
import io.fluxj.runtime.artifact.ArtifactOrigins;
import io.fluxj.runtime.artifact.CacheLimits;
import io.fluxj.runtime.artifact.LocalArtifacts;
import io.fluxj.runtime.artifact.LocalHosts;
import io.fluxj.runtime.artifact.RemoteArtifact;
import io.fluxj.runtime.artifact.UnpackedArtifact;
import io.fluxj.runtime.storage.server.ArtifactServer;
import io.fluxj.runtime.storage.server.MissingFiles;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The store of one controller and the cache of another. */
class SecuredArtifactsTest {
    private static final String CONTENT = "what was stored";

    @TempDir
    Path folder;

    @ClusterTest
    void goToControllersThatProveWhoTheyAreAlone(KubeCluster cluster) throws Exception {
        try (Installation installation = new Installation(cluster, folder);
                ArtifactServer server = serve(installation)) {
            PeerSecurity peers = installation.controller(installation.settings(
                    PeerMode.enforced, SECRET, installation.token("kustomize-controller", AUDIENCE)));

            assertThat(fetched(peers.calls(HttpClient.newHttpClient()), server)).isEqualTo(CONTENT);
            assertThatExceptionOfType(ArtifactFailure.Unreachable.class)
                    .isThrownBy(() -> fetched(HttpClient.newHttpClient()::send, server))
                    .withMessageContaining("answered 426")
                    .withMessageContaining("--peer-security");
        }
    }

    private ArtifactServer serve(Installation installation) throws Exception {
        Path stored = Files.createDirectories(folder.resolve("data/gitrepository/ns/app"));
        Files.writeString(stored.resolve("a.tar.gz"), CONTENT);
        PeerSecurity peers =
                installation.controller(installation.settings(PeerMode.enforced, SECRET, folder.resolve("none")));
        return ArtifactServer.start(
                folder.resolve("data").toRealPath(),
                "127.0.0.1:0",
                8,
                MissingFiles.NONE,
                ArtifactServer.serving(peers));
    }

    /** By the address that stands in a status, which leads to this machine. */
    private String fetched(PeerHttp http, ArtifactServer server) throws Exception {
        LocalHosts here = new LocalHosts("127.0.0.1:" + server.port(), "");
        RemoteArtifact artifact = new RemoteArtifact(
                "owner",
                "http://source-controller.flux-system.svc.cluster.local./gitrepository/ns/app/a.tar.gz",
                Digest.of(DigestAlgorithm.SHA256, CONTENT).toString(),
                "main@sha1:abc");
        try (ArtifactCache cache = ArtifactCache.packed(
                        Files.createTempDirectory(folder, "cache"),
                        CacheLimits.withRetries(0),
                        new ArtifactOrigins(http, here, new LocalArtifacts()));
                UnpackedArtifact fetched = cache.fetch(artifact);
                var files = Files.walk(fetched.root())) {
            return Files.readString(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
    }
}
