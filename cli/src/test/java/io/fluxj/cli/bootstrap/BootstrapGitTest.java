package io.fluxj.cli.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fluxj.cli.CommandRun;
import io.fluxj.cli.OwnCluster;
import io.fluxj.git.Checkout;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.FetchedCommit;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.jgit.JGitRemote;
import io.fluxj.git.jgit.SshIdentity;
import io.fluxj.git.ssh.SshKeyPair;
import io.fluxj.git.ssh.SshKeyPair.Algorithm;
import io.fluxj.git.verify.TrustedKeys;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.testkit.GitSshServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bootstrap git} against real Git servers, a cluster, and what stands for its controllers. */
class BootstrapGitTest {
    private static final String REPOSITORY = "company/fleet-infra";

    @TempDir
    Path folder;

    private FakeGitHub server;

    @BeforeEach
    void start() throws Exception {
        server = FakeGitHub.start(folder.resolve("server"));
        server.create(REPOSITORY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void overHttpWithAPasswordAndSignedCommits() throws Exception {
        SshKeyPair keys = SshKeyPair.generate(new Algorithm.Ed25519());
        Path keyFile = Files.writeString(folder.resolve("sign"), keys.privateKey());
        String url = server.hostname() + "/" + REPOSITORY + ".git";
        try (OwnCluster cluster = OwnCluster.start(folder);
                Followers _ = Followers.of(cluster, () -> server.head(REPOSITORY))) {
            CommandRun run = cluster.run(
                    Map.of("GIT_PASSWORD", FakeGitHub.TOKEN),
                    "",
                    "bootstrap",
                    "git",
                    "--url=" + url,
                    "--branch=main",
                    "--path=clusters/production",
                    "--allow-insecure-http",
                    "--author-name=Robot",
                    "--author-email=robot@example.com",
                    "--ssh-signing-key-file=" + keyFile,
                    "--components=source-controller,kustomize-controller");
            assertThat(run.err()).endsWith("✔ all components are healthy\n").doesNotContain(FakeGitHub.TOKEN);
            assertThat(run.code()).isZero();
            assertThat(secret(cluster)).isEqualTo(Map.of("username", "git", "password", FakeGitHub.TOKEN));
            assertThat(server.file(REPOSITORY, "clusters/production/flux-system/gotk-sync.yaml"))
                    .contains("url: " + url);
        }
        FetchedCommit commit = new JGitRemote(
                        access(url), Files.createDirectories(folder.resolve("scratch")), FetchLimits.DEFAULT)
                .fetch(new GitReference.Branch("main"), Checkout.all(Files.createDirectories(folder.resolve("out"))));
        assertThat(new TrustedKeys(List.of(), List.of(keys.publicKey())).verify(commit.signed()))
                .startsWith("SHA256:");
    }

    private static GitAccess access(String url) {
        return new GitAccess(
                GitUrl.parse(url),
                new GitCredentials.Basic("git", FakeGitHub.TOKEN),
                TlsConfig.SYSTEM,
                SshAlgorithms.DEFAULT,
                Duration.ofSeconds(30));
    }

    @Test
    void overSshWithAKeyThatTheHostKnows() throws Exception {
        SshKeyPair keys = SshKeyPair.generate(new Algorithm.Ecdsa(256));
        Path keyFile = Files.writeString(folder.resolve("key"), keys.privateKey());
        try (GitSshServer ssh = GitSshServer.start(
                        folder.resolve("server"),
                        KeyUtils.generateKeyPair("ssh-rsa", 2048),
                        SshIdentity.read(new GitCredentials.Ssh(keys.privateKey(), "", "")));
                OwnCluster cluster = OwnCluster.start(folder);
                Followers _ = Followers.of(cluster, () -> server.head(REPOSITORY))) {
            String url = ssh.url(REPOSITORY + ".git");
            String[] words = {
                "bootstrap",
                "git",
                "--url=" + url,
                "--branch=main",
                "--path=clusters/production",
                "--components=source-controller,kustomize-controller",
                "--private-key-file=" + keyFile
            };
            assertThat(cluster.run(words).err()).endsWith("✔ all components are healthy\n");
            assertThat(secret(cluster))
                    .isEqualTo(Map.of(
                            "identity",
                            keys.privateKey(),
                            "identity.pub",
                            keys.publicKey(),
                            "known_hosts",
                            ssh.knownHosts()));
            List<String> before = server.messages(REPOSITORY);
            CommandRun again = cluster.run(words[0], words[1], words[2], words[3], words[4], words[5]);
            assertThat(again.code()).isZero();
            assertThat(server.messages(REPOSITORY)).isEqualTo(before);
        }
    }

    @Test
    void mistakesAreOneClearLine() throws Exception {
        try (OwnCluster cluster = OwnCluster.start(folder)) {
            refused(cluster, "✗ --url is required: the address of the repository\n");
            refused(
                    cluster,
                    "✗ scheme http:// needs --allow-insecure-http: everybody on the way can read the password\n",
                    "--url=http://example.com/x");
            refused(cluster, "✗ --url: it must begin with http://, https:// or ssh://\n", "--url=git@example.com:x");
            refused(
                    cluster,
                    "✗ the password is missing: put it into GIT_PASSWORD, or name a repository over ssh://\n",
                    "--url=https://example.com/x");
            refused(
                    cluster,
                    "✗ --private-key-file /none cannot be read: is it there?\n",
                    "--url=ssh://git@example.com/x",
                    "--private-key-file=/none");
            CommandRun wrong = cluster.run(
                    Map.of("GIT_PASSWORD", "wrong"),
                    "",
                    "bootstrap",
                    "git",
                    "--url=" + server.hostname() + "/" + REPOSITORY + ".git",
                    "--allow-insecure-http");
            assertThat(wrong.code()).isEqualTo(1);
            assertThat(wrong.err()).contains("authentication").doesNotContain("\tat ");
        }
    }

    private static void refused(OwnCluster cluster, String message, String... more) {
        List<String> words = new ArrayList<>(List.of("bootstrap", "git"));
        words.addAll(List.of(more));
        CommandRun run = cluster.run(words.toArray(String[]::new));
        assertThat(run.err()).endsWith(message);
        assertThat(run.code()).isEqualTo(1);
    }

    private static Map<String, String> secret(OwnCluster cluster) {
        Secret secret = cluster.client()
                .secrets()
                .inNamespace("flux-system")
                .withName("flux-system")
                .get();
        Map<String, String> data = new TreeMap<>();
        secret.getData()
                .forEach((key, value) ->
                        data.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return data;
    }
}
