package io.fluxj.git.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.FetchedCommit;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCommand;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SignedObject;
import io.fluxj.git.jgit.JGitRemote;
import io.fluxj.git.serve.GitHttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against signatures of the real programs, made on the spot. */
class TrustedKeysTest {
    @TempDir
    Path folder;

    private GitCommand git;
    private GitHttpServer server;

    @BeforeEach
    void serve() throws Exception {
        git = new GitCommand(folder);
        assumeThat(git.isInstalled()).as("git is installed").isTrue();
        Files.createDirectories(folder.resolve("scratch"));
        git.run("init", "-q", "--bare", "-b", "main", "repos/app.git");
        git.run("init", "-q", "-b", "main", "work");
        Files.writeString(folder.resolve("work/a.txt"), "a\n");
        git.run("-C", "work", "add", "-A");
        server = GitHttpServer.start(folder.resolve("repos"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String key(String name, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", "", "-f", name));
        command.addAll(List.of(options));
        run(command);
        return Files.readString(folder.resolve(name + ".pub"));
    }

    private String run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("GNUPGHOME", gnupg().toString());
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Path gnupg() throws IOException {
        Path home = folder.resolve("g");
        if (!Files.exists(home)) {
            Files.createDirectory(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return home;
    }

    private FetchedCommit signedWithSsh(String key) throws Exception {
        String[] signing = {"-C", "work", "-c", "gpg.format=ssh", "-c", "user.signingkey=" + folder.resolve(key)};
        run(signing, "commit", "-q", "-S", "-m", "sign\n\nwith a body, ümlaut\n");
        run(signing, "tag", "-s", "-m", "tagged", "v1");
        return fetched();
    }

    private void run(String[] options, String... command) throws IOException {
        git.run(Stream.concat(Arrays.stream(options), Arrays.stream(command)).toArray(String[]::new));
    }

    private FetchedCommit fetched() throws Exception {
        git.run("-C", "work", "push", "-q", "../repos/app.git", "main", "--tags");
        GitAccess access = GitAccess.anonymous(GitUrl.parse(server.url() + "/app.git"), Duration.ofSeconds(30));
        return new JGitRemote(access, folder.resolve("scratch"), FetchLimits.DEFAULT)
                .fetch(new GitReference.Tag("v1"), Files.createDirectories(folder.resolve("out")));
    }

    private static SignedObject tag(FetchedCommit commit) {
        return commit.tag().orElseThrow().object().orElseThrow();
    }

    private static void expectRefusal(TrustedKeys keys, SignedObject object, String why) {
        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(() -> keys.verify(object))
                .withMessage(why);
    }

    @ParameterizedTest
    @CsvSource({"ed25519,256", "ecdsa,256", "ecdsa,384", "ecdsa,521", "rsa,2048"})
    void knowsTheSshKeysThatSigned(String type, String bits) throws Exception {
        String other = key("other", "-t", "ed25519");
        String signer = key("signer", "-t", type, "-b", bits);
        FetchedCommit commit = signedWithSsh("signer");
        String fingerprint =
                run(List.of("ssh-keygen", "-l", "-f", "signer.pub")).split(" ", 3)[1];

        TrustedKeys trusted = new TrustedKeys(List.of(), List.of("# people\n\n" + other + signer));
        assertThat(trusted.verify(commit.signed())).isEqualTo(fingerprint);
        assertThat(trusted.verify(tag(commit))).isEqualTo(fingerprint);
        expectRefusal(
                new TrustedKeys(List.of(), List.of(other)),
                commit.signed(),
                "unable to verify Git commit SSH signature: unable to verify payload with any of the given authorized"
                        + " keys: no matching key\npublic key does not match");
    }

    @Test
    void seesThatSomethingElseWasSigned() throws Exception {
        String signer = key("signer", "-t", "ed25519");
        FetchedCommit commit = signedWithSsh("signer");
        byte[] payload = commit.signed().payload().clone();
        payload[payload.length - 2] ^= 1;
        expectRefusal(
                new TrustedKeys(List.of(), List.of(signer)),
                new SignedObject("commit", payload, commit.signed().signature()),
                "unable to verify Git commit SSH signature: unable to verify payload with any of the given authorized"
                        + " keys: no matching key\ninvalid signature");
    }

    /** A signature for a file is none for a commit, whoever made it. */
    @Test
    void takesNoSignatureThatWasMadeForSomethingElse() throws Exception {
        String signer = key("signer", "-t", "ed25519");
        FetchedCommit commit = signedWithSsh("signer");
        Files.write(folder.resolve("payload"), commit.signed().payload());
        run(List.of("ssh-keygen", "-q", "-Y", "sign", "-n", "file", "-f", "signer", "payload"));
        String signature = Files.readString(folder.resolve("payload.sig"));
        expectRefusal(
                new TrustedKeys(List.of(), List.of(signer)),
                new SignedObject("commit", commit.signed().payload(), signature),
                "unable to verify Git commit SSH signature: the signature was not made for Git: its namespace is not"
                        + " 'git'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa2048", "ed25519", "nistp384"})
    void knowsTheOpenPgpKeysThatSigned(String algorithm) throws Exception {
        String ring = pgpKey("signer", algorithm, "never");
        String other = pgpKey("other", "ed25519", "never");
        FetchedCommit commit = signedWithPgp("signer");

        String id = new TrustedKeys(List.of(other, ring), List.of()).verify(commit.signed());
        assertThat(run(List.of("gpg", "--list-keys", "--keyid-format", "long", "signer")))
                .contains(id);
        assertThat(new TrustedKeys(List.of(ring), List.of()).verify(tag(commit)))
                .isEqualTo(id);
        assertThat(new TrustedKeys(List.of(other + ring), List.of()).verify(commit.signed()))
                .isEqualTo(id);
        expectRefusal(
                new TrustedKeys(List.of(other), List.of()),
                commit.signed(),
                "unable to verify Git commit: unable to verify payload with any of the given key rings: no matching"
                        + " key");
        byte[] payload = commit.signed().payload().clone();
        payload[0] ^= 1;
        expectRefusal(
                new TrustedKeys(List.of(ring), List.of()),
                new SignedObject("commit", payload, commit.signed().signature()),
                "unable to verify Git commit: unable to verify payload with any of the given key rings: invalid"
                        + " signature");
    }

    @Test
    void trustsNoKeyThatIsRevoked() throws Exception {
        pgpKey("signer", "ed25519", "never");
        FetchedCommit commit = signedWithPgp("signer");
        try (var revocations = Files.list(gnupg().resolve("openpgp-revocs.d"))) {
            Path revocation = revocations.findFirst().orElseThrow();
            Files.writeString(revocation, Files.readString(revocation).replace(":-----BEGIN", "-----BEGIN"));
            run(List.of("gpg", "--batch", "--import", revocation.toString()));
        }
        expectRefusal(
                new TrustedKeys(List.of(exported("signer")), List.of()),
                commit.signed(),
                "unable to verify Git commit: unable to verify payload with any of the given key rings: key revoked");
    }

    /** The clock of the signer stood at 2020, when the key was good. */
    @Test
    void trustsNoKeyThatIsExpired() throws Exception {
        run(List.of(
                "gpg",
                "--batch",
                "--faked-system-time",
                "20200101T000000",
                "--passphrase",
                "",
                "--quick-gen-key",
                "signer",
                "ed25519",
                "sign",
                "20200601T000000"));
        Files.writeString(
                folder.resolve("gpg-then"), "#!/bin/sh\nexec gpg --faked-system-time 20200102T000000 \"$@\"\n");
        run(List.of("chmod", "+x", "gpg-then"));
        run(List.of(
                "git",
                "-C",
                "work",
                "-c",
                "gpg.program=" + folder.resolve("gpg-then"),
                "-c",
                "user.signingkey=signer",
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@example.com",
                "commit",
                "-q",
                "-S",
                "-m",
                "signed"));
        git.run("-C", "work", "tag", "v1");
        expectRefusal(
                new TrustedKeys(List.of(exported("signer")), List.of()),
                fetched().signed(),
                "unable to verify Git commit: unable to verify payload with any of the given key rings: key expired");
    }

    private String pgpKey(String name, String algorithm, String expires) throws Exception {
        run(List.of("gpg", "--batch", "--passphrase", "", "--quick-gen-key", name, algorithm, "sign", expires));
        return exported(name);
    }

    private String exported(String name) throws Exception {
        return run(List.of("gpg", "--armor", "--export", name));
    }

    private FetchedCommit signedWithPgp(String name) throws Exception {
        List<String> signing = List.of(
                "git",
                "-C",
                "work",
                "-c",
                "user.signingkey=" + name,
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@example.com");
        run(Stream.concat(signing.stream(), List.of("commit", "-q", "-S", "-m", "signed").stream())
                .toList());
        run(Stream.concat(signing.stream(), List.of("tag", "-s", "-m", "tagged", "v1").stream())
                .toList());
        return fetched();
    }

    @Test
    void saysWhatIsWrongWithTheRest() throws Exception {
        git.run("-C", "work", "commit", "-q", "-m", "unsigned");
        git.run("-C", "work", "tag", "v1");
        FetchedCommit commit = fetched();
        assertThat(commit.tag().orElseThrow()).hasToString("v1");
        assertThat(commit.tag().orElseThrow().isSigned()).isFalse();
        TrustedKeys none = new TrustedKeys(List.of("nonsense"), List.of("nonsense"));
        expectRefusal(none, commit.signed(), "unsupported signature type: empty");
        expectRefusal(
                none,
                new SignedObject(
                        "tag", new byte[1], "-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----"),
                "unable to verify Git tag: unable to read armored key ring: openpgp: invalid argument: no armored data"
                        + " found");
        expectRefusal(
                none,
                new SignedObject(
                        "tag", new byte[1], "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----"),
                "unable to verify Git tag SSH signature: unable to unarmor SSH signature: it is malformed");
    }
}
