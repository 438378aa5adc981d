package io.fluxj.kustomization.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.remote.GitBases;
import io.fluxj.manifest.remote.HttpRemoteBases;
import io.fluxj.net.address.AddressRule;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.testkit.GitSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bases in repositories of SSH servers, as nobody. */
final class SshBasesTest {

    private static final AddressRule PUBLIC =
            AddressRule.publicOnly(Set.of(), "only fetched from with --allow-private-remote-bases");

    @TempDir
    Path folder;

    private Path repositories;

    @BeforeEach
    void commit() throws Exception {
        repositories = folder.resolve("repositories");
        Path deploy = Files.createDirectories(repositories.resolve("org/repo/deploy"));
        Files.writeString(deploy.resolve("a.txt"), "one");
        try (Git git = Git.init()
                .setDirectory(repositories.resolve("org/repo").toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("one")
                    .setSign(false)
                    .setAuthor("t", "t@example.com")
                    .setCommitter("t", "t@example.com")
                    .call();
        }
    }

    @Test
    void fetchesFromAServerThatLetsEverybodyIn() throws Exception {
        try (GitSshServer server = GitSshServer.startOpen(repositories, key())) {
            RemoteBases.RemoteBase base =
                    bases(AddressRule.any(), server.knownHosts()).fetchBase(server.url("org/repo//deploy?ref=main"));

            assertThat(new String(base.tree().readBytes("deploy/a.txt", 100), UTF_8))
                    .isEqualTo("one");
            assertThat(base.directory()).isEqualTo("deploy");
        }
    }

    @Test
    void hasNoKeyForAServerThatWantsOne() throws Exception {
        try (GitSshServer server = GitSshServer.start(repositories, key(), key())) {
            assertThatThrownBy(() ->
                            bases(AddressRule.any(), server.knownHosts()).fetchBase(server.url("org/repo//deploy")))
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith(
                            "ssh: the server does not accept this identity: bases are fetched without a key: use an"
                                    + " https:// address, or make it a GitRepository and include it");
        }
    }

    @Test
    void asksNobodyWhoseKeyIsNotKnown() throws Exception {
        try (GitSshServer server = GitSshServer.startOpen(repositories, key())) {
            String others = "[127.0.0.1]:1 " + server.knownHosts().split(" ", 2)[1];

            assertThatThrownBy(() -> bases(AddressRule.any(), others).fetchBase(server.url("org/repo//deploy")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("knownhosts: key is unknown")
                    .hasMessageContaining("add the server's key to the file of --remote-bases-known-hosts");
        }
    }

    @Test
    void asksNobodyAtAPrivateAddress() throws Exception {
        try (GitSshServer server = GitSshServer.startOpen(repositories, key())) {
            assertThatThrownBy(() -> bases(PUBLIC, server.knownHosts()).fetchBase(server.url("org/repo//deploy")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("such addresses are only fetched from with --allow-private-remote-bases");
        }
    }

    @Test
    void reachesTheVeryAddressThatWasChecked() throws Exception {
        AddressRule oneRefused =
                new AddressRule(address -> address.getHostAddress().equals("127.0.0.2"), "not for tests");
        try (GitSshServer server = GitSshServer.startOpen(repositories, key())) {
            RemoteBases.RemoteBase base =
                    bases(oneRefused, server.knownHosts()).fetchBase(server.url("org/repo//deploy"));

            assertThat(base.tree().isFile("deploy/a.txt")).isTrue();
        }
    }

    @Test
    void takesNoPasswords() {
        assertThatThrownBy(() -> bases(AddressRule.any(), "x").fetchBase("ssh://git:hunter2@example.com/org/repo"))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageContaining("make it a GitRepository with a secretRef");
    }

    private RemoteBases bases(AddressRule rule, String knownHosts) {
        GitBases repositories = new GitBases(rule, Proxies.NONE, folder.resolve("bases"), knownHosts);
        return new HttpRemoteBases(rule, Proxies.NONE, 100, repositories);
    }

    private static KeyPair key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
