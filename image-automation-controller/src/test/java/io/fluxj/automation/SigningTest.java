package io.fluxj.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Signed commits, as the real {@code git verify-commit} judges them. */
class SigningTest {
    @TempDir
    Path work;

    @ClusterTest
    void gitVerifiesCommitsThatAreSignedByOpenPgp(KubeCluster cluster) throws Exception {
        OpenPgpKey key = OpenPgpKey.generate("secret");
        Path home = Files.createDirectory(
                work.resolve("gpg"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(work.resolve("key.asc"), key.open());
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "fleet");
            stage.secret(fleet.namespace(), "signing", Map.of("git.asc", key.secret(), "passphrase", "secret"));
            fleet.automate("apps", signed("{secretRef: {name: signing}}"));
            fleet.awaitPush("apps");

            Program program = new Program(stage.git().repository("fleet"), Map.of("GNUPGHOME", home.toString()));
            String _ = program.run(
                    "gpg",
                    "--no-autostart",
                    "--batch",
                    "--import",
                    work.resolve("key.asc").toString());
            assertThat(program.run("git", "verify-commit", "main"))
                    .contains("Good signature from \"Flux Bot <fluxbot@example.com>\"");
        }
    }

    @ClusterTest
    void gitVerifiesCommitsThatAreSignedBySsh(KubeCluster cluster) throws Exception {
        Program keys = new Program(work, Map.of());
        String _ = keys.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", "signer");
        String open = Files.readString(work.resolve("signer.pub"));
        Files.writeString(work.resolve("allowed"), "fluxbot@example.com " + open);
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "fleet");
            stage.secret(
                    fleet.namespace(),
                    "signing",
                    Map.of("identity", Files.readString(work.resolve("signer")), "password", "secret"));
            fleet.automate("apps", signed("{type: ssh, secretRef: {name: signing}}"));
            fleet.awaitPush("apps");

            Program program = new Program(stage.git().repository("fleet"), Map.of());
            String allowed = "gpg.ssh.allowedSignersFile=" + work.resolve("allowed");
            assertThat(program.run("git", "-c", allowed, "verify-commit", "main"))
                    .contains("Good \"git\" signature for fluxbot@example.com with ED25519 key");
        }
    }

    private static String signed(String key) {
        return Fleet.SPEC.replace("  commit:\n", "  commit:\n    signingKey: " + key + "\n");
    }
}
