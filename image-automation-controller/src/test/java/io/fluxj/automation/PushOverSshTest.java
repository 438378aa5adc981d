package io.fluxj.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.GitSshServer;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.OutsideServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Pushes over SSH: to a server within the test, and to the real sshd and gitolite where the machine has them. */
class PushOverSshTest {
    @TempDir
    Path work;

    @ClusterTest
    void pushesWithAKeyToAKnownHost(KubeCluster cluster) throws Exception {
        Program keys = new Program(work, Map.of());
        String _ = keys.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "host");
        String _ = keys.run("ssh-keygen", "-q", "-t", "ecdsa", "-N", "secret", "-f", "client");
        try (AutomationStage stage = AutomationStage.open(cluster, work);
                GitSshServer server = GitSshServer.start(
                        stage.git().folder(), List.of(work.resolve("host")), work.resolve("client.pub"))) {
            Fleet fleet = new Fleet(stage, "fleet");
            stage.secret(
                    fleet.namespace(),
                    "login",
                    Map.of(
                            "identity",
                            Files.readString(work.resolve("client")),
                            "password",
                            "secret",
                            "known_hosts",
                            server.knownHosts()));
            fleet.begin("url: " + server.url("fleet.git") + "\nsecretRef: {name: login}\n");
            fleet.automate("apps", Fleet.SPEC);

            fleet.awaitPush("apps");
            assertThat(fleet.log("main")).containsExactly("set ghcr.io/acme/web:2.0.0", "Initial");
        }
    }

    @ClusterTest
    void pushesToTheRealSshd(KubeCluster cluster) throws Exception {
        try (OutsideServer sshd = OutsideServer.startOrSkip("sshd", work.resolve("sshd"), Map.of())) {
            pushes(cluster, sshd, sshd.value("GIT_SSH_URL") + "/fleet.git");
        }
    }

    /** It takes pushes to this repository from every key that it knows, by its own hooks. */
    @ClusterTest
    void pushesToGitolite(KubeCluster cluster) throws Exception {
        try (OutsideServer gitolite = OutsideServer.startOrSkip("gitolite", work.resolve("gitolite"), Map.of())) {
            pushes(cluster, gitolite, gitolite.value("GIT_SSH_URL") + "/testing.git");
        }
    }

    private void pushes(KubeCluster cluster, OutsideServer server, String url) throws Exception {
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = new Fleet(stage, "fleet");
            Path key = Path.of(server.value("SSH_KEY"));
            Path hosts = Path.of(server.value("KNOWN_HOSTS"));
            stage.secret(
                    fleet.namespace(),
                    "login",
                    Map.of("identity", Files.readString(key), "known_hosts", Files.readString(hosts)));
            fleet.begin("url: " + url + "\nsecretRef: {name: login}\n");
            String ssh = "ssh -F none -i " + key + " -o UserKnownHostsFile=" + hosts;
            Program git = new Program(stage.git().repository("fleet"), Map.of("GIT_SSH_COMMAND", ssh));
            Path repositories = server.folder().resolve("repos");
            if (Files.isDirectory(repositories)) {
                String _ = git.run(
                        "git",
                        "init",
                        "-q",
                        "--bare",
                        repositories.resolve("fleet.git").toString());
            }
            String _ = git.run("git", "push", "-q", url, "main:main");
            fleet.automate("apps", Fleet.SPEC);

            fleet.awaitPush("apps");
            String _ = git.run("git", "fetch", "-q", url, "main");
            assertThat(git.run("git", "log", "--format=%an %s", "FETCH_HEAD"))
                    .isEqualTo("Flux Bot set ghcr.io/acme/web:2.0.0\nInit Initial\n");
        }
    }
}
