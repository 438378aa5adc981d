package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshTest {
    private static final GitReference MAIN = new GitReference.Branch("main");

    @TempDir
    Path folder;

    private SampleRepository sample;
    private String head;
    private RealSshServer server;
    private volatile PublicKey client;

    @BeforeEach
    void seed() throws IOException {
        sample = SampleRepository.in(folder);
        head = sample.commit("a.txt", "a");
        sample.push("main");
        client = RealSshServer.keyPair("ecdsa-sha2-nistp256", 256).getPublic();
        server = RealSshServer.start(sample.repositories(), key -> KeyUtils.compareKeys(key, client));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, , OPENSSH",
        "ed25519, secret words, OPENSSH",
        "rsa, , OPENSSH",
        "rsa, secret, PEM",
        "rsa, secret, PKCS8",
        "ecdsa, , PEM",
        "ecdsa, secret, PEM",
        "ecdsa, secret, PKCS8"
    })
    void logsInWithEveryKindOfKey(String type, String passphrase, String format) throws Exception {
        GitCredentials.Ssh credentials = authorize(type, passphrase == null ? "" : passphrase, format);
        assertThat(credentials.isEncrypted()).isEqualTo(passphrase != null);
        Path out = sample.emptyFolder("out");
        assertThat(remote(credentials).resolve(MAIN)).hasToString("main@sha1:" + head);
        assertThat(remote(credentials).fetch(MAIN, out).message()).isEqualTo("write a.txt\n");
        assertThat(out.resolve("a.txt")).hasContent("a");
    }

    @Test
    void goesThroughSocksProxies() throws Exception {
        GitCredentials.Ssh credentials = authorize("ed25519", "", "OPENSSH");
        try (SocksProxy proxy = SocksProxy.start();
                ProxyRoute route = ProxyRoute.through(
                        ProxyServer.parse("socks5://someone:let-me-through@" + proxy.address())
                                .orElseThrow(),
                        TlsConfig.SYSTEM)) {
            GitAccess access = new GitAccess(
                    GitUrl.parse(server.url("app.git")),
                    credentials,
                    TlsConfig.SYSTEM,
                    SshAlgorithms.DEFAULT,
                    route.proxies(),
                    SampleRepository.PATIENCE);
            assertThat(sample.remote(access).resolve(MAIN)).hasToString("main@sha1:" + head);
            assertThat(proxy.targets()).isNotEmpty();
        }
    }

    @Test
    void saysThatThePassphraseIsWrongWithoutRepeatingIt() throws Exception {
        GitCredentials.Ssh right = authorize("ed25519", "right-words", "OPENSSH");
        GitCredentials.Ssh wrong = new GitCredentials.Ssh(right.identity(), "wrong-words", right.knownHosts());
        expect(
                wrong,
                Problem.IDENTITY,
                "unable to construct auth method with options: the SSH identity cannot be read:"
                        + " it is malformed or the passphrase is wrong");
    }

    @Test
    void refusesAServerThatKnownHostsDoesNotName() throws Exception {
        GitCredentials.Ssh known = authorize("ed25519", "", "OPENSSH");
        String elsewhere = known.knownHosts().replace("[127.0.0.1]", "[example.com]");
        expectHostKey(new GitCredentials.Ssh(known.identity(), "", elsewhere), "key is unknown");
        String otherPort = known.knownHosts().replace("]:" + server.port(), "]:1");
        expectHostKey(new GitCredentials.Ssh(known.identity(), "", otherPort), "key is unknown");
        expectHostKey(new GitCredentials.Ssh(known.identity(), "", "nonsense\n\n# comment"), "key is unknown");
    }

    @Test
    void refusesAServerWhoseKeyIsAnotherOrRevoked() throws Exception {
        GitCredentials.Ssh known = authorize("ed25519", "", "OPENSSH");
        PublicKey other = RealSshServer.keyPair("ecdsa-sha2-nistp256", 256).getPublic();
        String changed = "[127.0.0.1]:" + server.port() + " " + PublicKeyEntry.toString(other);
        expectHostKey(new GitCredentials.Ssh(known.identity(), "", changed), "key mismatch");
        String revoked = known.knownHosts() + "@revoked " + known.knownHosts();
        expectHostKey(new GitCredentials.Ssh(known.identity(), "", revoked), "key is revoked");
    }

    @Test
    void understandsHashedKnownHosts() throws Exception {
        GitCredentials.Ssh known = authorize("ed25519", "", "OPENSSH");
        byte[] salt = "0123456789abcdefghij".getBytes(StandardCharsets.US_ASCII);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(salt, "HmacSHA1"));
        byte[] hash = mac.doFinal(("[127.0.0.1]:" + server.port()).getBytes(StandardCharsets.US_ASCII));
        Base64.Encoder base64 = Base64.getEncoder();
        String hashed =
                "|1|" + base64.encodeToString(salt) + "|" + base64.encodeToString(hash) + " " + server.hostKeyEntry();
        assertThat(remote(new GitCredentials.Ssh(known.identity(), "", hashed)).resolve(MAIN))
                .hasToString("main@sha1:" + head);
    }

    @Test
    void saysThatTheServerDoesNotAcceptTheKey() throws Exception {
        GitCredentials.Ssh accepted = authorize("ed25519", "", "OPENSSH");
        GitCredentials.Ssh stranger = new GitCredentials.Ssh(
                Files.readString(key("stranger", "ed25519", "", "OPENSSH")), "", accepted.knownHosts());
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> remote(stranger).resolve(MAIN))
                .extracting(GitException::problem)
                .isEqualTo(Problem.AUTHENTICATION);
    }

    @Test
    void tellsWhatTheServerSaysOnItsErrorChannel() throws Exception {
        GitCredentials.Ssh credentials = authorize("ed25519", "", "OPENSSH");
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> sample.remote(access(credentials, SshAlgorithms.DEFAULT, "refused/app.git"))
                        .resolve(MAIN))
                .withMessageEndingWith(": unknown error: Your SSH key has expired.");
    }

    @Test
    void saysWhichPortIsClosed() throws Exception {
        GitCredentials.Ssh credentials = authorize("ed25519", "", "OPENSSH");
        String url = server.url("app.git");
        int port = server.port();
        server.close();
        GitAccess access = new GitAccess(
                GitUrl.parse(url), credentials, TlsConfig.SYSTEM, SshAlgorithms.DEFAULT, SampleRepository.PATIENCE);
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> sample.remote(access).resolve(MAIN))
                .withMessageEndingWith("dial tcp 127.0.0.1:" + port + ": connect: connection refused");
    }

    /** This server speaks protocol 0, in which such a repository advertises where its history ends. */
    @Test
    void fetchesFromARepositoryThatIsShallowItself() throws Exception {
        sample.commit("b.txt", "b");
        sample.push("main");
        String tip = sample.inWork("rev-parse", "HEAD").strip();
        sample.git()
                .run(
                        "clone",
                        "-q",
                        "--bare",
                        "--depth",
                        "1",
                        sample.repositories().resolve("app.git").toUri().toString(),
                        "repos/shallow.git");
        GitCredentials.Ssh credentials = authorize("ed25519", "", "OPENSSH");
        Path out = sample.emptyFolder("shallow-out");
        assertThat(sample.remote(access(credentials, SshAlgorithms.DEFAULT, "shallow.git"))
                        .fetch(MAIN, out)
                        .revision())
                .hasToString("main@sha1:" + tip);
        assertThat(out.resolve("b.txt")).hasContent("b");
    }

    @Test
    void offersOnlyTheAlgorithmsThatItIsRestrictedTo() throws Exception {
        GitCredentials.Ssh credentials = authorize("ed25519", "", "OPENSSH");
        SshAlgorithms good = new SshAlgorithms(List.of("curve25519-sha256"), List.of("ecdsa-sha2-nistp256"));
        assertThat(remote(credentials, good).resolve(MAIN)).hasToString("main@sha1:" + head);
        SshAlgorithms bad = new SshAlgorithms(List.of(), List.of("ssh-ed25519"));
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> remote(credentials, bad).resolve(MAIN));
    }

    @Test
    void refusesARepositoryWithLongerHashesByName() throws Exception {
        sample.git().run("init", "-q", "--object-format=sha256", "-b", "main", "long");
        sample.git().run("-C", "long", "commit", "-q", "--allow-empty", "-m", "first");
        sample.git().run("clone", "-q", "--bare", "long", "repos/app256.git");
        GitCredentials.Ssh credentials = authorize("ed25519", "", "OPENSSH");
        GitAccess access = access(credentials, SshAlgorithms.DEFAULT, "app256.git");
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> sample.remote(access).fetch(MAIN, sample.emptyFolder("out")))
                .withMessageContaining("sha256")
                .extracting(GitException::problem)
                .isEqualTo(Problem.UNSUPPORTED);
    }

    private GitCredentials.Ssh authorize(String type, String passphrase, String format) throws IOException {
        Path key = key("client", type, passphrase, format);
        client = publicKey(key);
        return new GitCredentials.Ssh(Files.readString(key), passphrase, server.knownHosts());
    }

    private Path key(String name, String type, String passphrase, String format) throws IOException {
        Path key = folder.resolve(name);
        var command = new ArrayList<>(
                List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "test", "-f", key.toString()));
        if (!format.equals("OPENSSH")) {
            command.addAll(List.of("-m", format));
        }
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            assumeThat(false).as("ssh-keygen is installed").isTrue();
            throw missing;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).isEmpty();
        return key;
    }

    private static PublicKey publicKey(Path key) throws IOException {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(Files.readString(Path.of(key + ".pub")))
                    .resolvePublicKey(null, Map.of(), null);
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private JGitRemote remote(GitCredentials.Ssh credentials) {
        return remote(credentials, SshAlgorithms.DEFAULT);
    }

    private JGitRemote remote(GitCredentials.Ssh credentials, SshAlgorithms algorithms) {
        return sample.remote(access(credentials, algorithms, "app.git"));
    }

    private GitAccess access(GitCredentials.Ssh credentials, SshAlgorithms algorithms, String path) {
        return new GitAccess(
                GitUrl.parse(server.url(path)), credentials, TlsConfig.SYSTEM, algorithms, SampleRepository.PATIENCE);
    }

    private void expect(GitCredentials.Ssh credentials, Problem problem, String message) {
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> remote(credentials).resolve(MAIN))
                .withMessage(message)
                .extracting(GitException::problem)
                .isEqualTo(problem);
    }

    private void expectHostKey(GitCredentials.Ssh credentials, String why) {
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> remote(credentials).fetch(MAIN, sample.emptyFolder("out")))
                .withMessageStartingWith(
                        "unable to clone '" + server.url("app.git") + "': ssh: handshake failed: knownhosts: " + why)
                .extracting(GitException::problem)
                .isEqualTo(Problem.HOST_KEY);
    }
}
