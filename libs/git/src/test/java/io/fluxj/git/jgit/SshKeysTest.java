package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.ssh.HostKeyScan;
import io.fluxj.git.ssh.SshKeyPair;
import io.fluxj.git.ssh.SshKeyPair.Algorithm;
import io.fluxj.net.tls.TlsConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that are made, and keys of servers that are asked for, in the hands of OpenSSH's own programs and servers of tests. */
class SshKeysTest {
    @TempDir
    Path folder;

    static Stream<Algorithm> algorithms() {
        return Stream.of(
                new Algorithm.Rsa(2048),
                new Algorithm.Ecdsa(256),
                new Algorithm.Ecdsa(384),
                new Algorithm.Ecdsa(521),
                new Algorithm.Ed25519());
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aNewKeyOpensTheServerWhoseKeyWasScanned(Algorithm algorithm) throws Exception {
        SshKeyPair keys = SshKeyPair.generate(algorithm);
        SampleRepository sample = SampleRepository.in(folder);
        String head = sample.commit("a.txt", "a");
        sample.push("main");
        String wanted = keys.publicKey().strip();
        try (RealSshServer server = RealSshServer.start(
                sample.repositories(), key -> PublicKeyEntry.toString(key).equals(wanted))) {
            String known = new HostKeyScan("127.0.0.1", server.port(), List.of()).knownHosts(Duration.ofSeconds(20));
            assertThat(known).isEqualTo(server.knownHosts());
            GitAccess access = new GitAccess(
                    GitUrl.parse(server.url("app.git")),
                    new GitCredentials.Ssh(keys.privateKey(), "", known),
                    TlsConfig.SYSTEM,
                    SshAlgorithms.DEFAULT,
                    SampleRepository.PATIENCE);
            assertThat(sample.remote(access)
                            .resolve(new GitReference.Branch("main"))
                            .hash())
                    .isEqualTo(head);
        }
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void theProgramOfOpenSshDerivesTheSamePublicKey(Algorithm algorithm) throws Exception {
        SshKeyPair keys = SshKeyPair.generate(algorithm);
        Path file = folder.resolve("key");
        Files.writeString(file, keys.privateKey());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Process program = new ProcessBuilder("ssh-keygen", "-y", "-f", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String derived = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).isZero();
        assertThat(derived.strip()).isEqualTo(keys.publicKey().strip());
    }

    @Test
    void whatIsNoSshServerIsToldAsSuch() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> new HostKeyScan("127.0.0.1", port, List.of()).knownHosts(Duration.ofSeconds(20)))
                .isInstanceOf(GitException.class)
                .hasMessageStartingWith("unable to scan the SSH key of 127.0.0.1:" + port + ": ");
    }
}
