package io.fluxj.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Objects;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitSshServerTest {
    @TempDir
    Path repositories;

    @TempDir
    Path scratch;

    @TempDir
    Path home;

    private String head = "";
    private GitSshServer server;

    @BeforeEach
    void start() throws Exception {
        head = GitOnDisk.createApp(repositories, scratch);
        server = GitSshServer.start(
                repositories, List.of(file("ssh_host_ed25519"), file("ssh_host_ecdsa")), file("ssh_authorized"));
        Files.writeString(home.resolve("known_hosts"), server.knownHosts());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void servesTheHolderOfAnAuthorizedKey() throws Exception {
        assertThat(mainAsSeenWith("ssh_ok")).isEqualTo(head);
    }

    @Test
    void keepsOthersOut() {
        assertThatThrownBy(() -> mainAsSeenWith("ssh_other")).isInstanceOf(TransportException.class);
    }

    @Test
    void showsEachHostKeyToKnownHosts() {
        assertThat(server.knownHosts().lines())
                .allMatch(line -> line.startsWith("[127.0.0.1]:" + server.port() + " "))
                .anyMatch(line -> line.contains(" ssh-ed25519 "))
                .anyMatch(line -> line.contains(" ecdsa-sha2-nistp256 "));
    }

    private String mainAsSeenWith(String key) throws GitAPIException {
        try (SshdSessionFactory sessions = new SshdSessionFactoryBuilder()
                .setHomeDirectory(home.toFile())
                .setSshDirectory(home.toFile())
                .setPreferredAuthentications("publickey")
                .setDefaultKeysProvider(folder -> keys(key))
                .build(null)) {
            var refs = Git.lsRemoteRepository()
                    .setRemote(server.url("app.git"))
                    .setTransportConfigCallback(transport -> ((SshTransport) transport).setSshSessionFactory(sessions))
                    .callAsMap();
            return Objects.requireNonNull(refs.get("refs/heads/main"))
                    .getObjectId()
                    .name();
        }
    }

    private static Iterable<KeyPair> keys(String name) {
        try {
            return new FileKeyPairProvider(file(name)).loadKeys(null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GitSshServerTest.class.getResource("/ssh/" + name))
                .toURI());
    }
}
