package io.fluxj.cli.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fluxj.cli.CommandRun;
import io.fluxj.cli.OwnCluster;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import io.fluxj.testkit.GitSshServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bootstrap github} against a small GitHub with real Git, a cluster, and what stands for its controllers. */
class BootstrapGitHubTest {
    private static final String REPOSITORY = "my-user/fleet-infra";

    @TempDir
    Path folder;

    private FakeGitHub gitHub;
    private GitSshServer ssh;

    @BeforeEach
    void start() throws Exception {
        gitHub = FakeGitHub.start(folder.resolve("github"));
        ssh = GitSshServer.start(
                folder.resolve("github"),
                KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256),
                KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256));
    }

    @AfterEach
    void stop() throws Exception {
        ssh.close();
        gitHub.close();
    }

    @Test
    void aNewClusterIsRecoveredFromWhatGitHas() throws Exception {
        try (OwnCluster lost = start("lost");
                Followers _ = Followers.of(lost, () -> gitHub.head(REPOSITORY))) {
            assertThat(bootstrap(lost).code()).isZero();
        }
        String head = gitHub.head(REPOSITORY);
        List<String> keys = gitHub.keys();
        try (OwnCluster fresh = start("fresh");
                Followers _ = Followers.of(fresh, () -> gitHub.head(REPOSITORY))) {
            CommandRun recovered = bootstrap(fresh);
            assertThat(recovered.code()).isZero();
            assertThat(gitHub.head(REPOSITORY)).isEqualTo(head);
            assertThat(gitHub.keys()).hasSize(1).isNotEqualTo(keys);
            assertThat(secret(fresh)).containsKey("identity");
        }
    }

    @Test
    void aRunThatEndedTooEarlyIsGoneOnWith() throws Exception {
        try (OwnCluster cluster = start("slow")) {
            CommandRun late = bootstrap(cluster, "--timeout=8s");
            assertThat(late.code()).isEqualTo(1);
            assertThat(late.err())
                    .contains("did not follow main@sha1:")
                    .endsWith("'fluxj bootstrap' with the same flags goes on from here\n");
            String head = gitHub.head(REPOSITORY);
            try (Followers _ = Followers.of(cluster, () -> gitHub.head(REPOSITORY))) {
                assertThat(bootstrap(cluster).code()).isZero();
            }
            assertThat(gitHub.head(REPOSITORY)).isEqualTo(head);
        }
    }

    @Test
    void theTokenMayBeWhatTheClusterReadsBy() throws Exception {
        try (OwnCluster cluster = start("token");
                Followers _ = Followers.of(cluster, () -> gitHub.head("my-org/fleet-infra"))) {
            List<String> words = words("--path=/");
            words.removeIf(word -> word.startsWith("--personal") || word.startsWith("--owner"));
            words.addAll(List.of("--owner=my-org", "--token-auth"));
            CommandRun run = cluster.run(Map.of(), FakeGitHub.TOKEN + "\n", words.toArray(String[]::new));
            assertThat(run.err()).contains("Please enter your GitHub personal access token (PAT)");
            assertThat(run.code()).isZero();
            assertThat(secret(cluster)).isEqualTo(Map.of("username", "git", "password", FakeGitHub.TOKEN));
            assertThat(gitHub.keys()).isEmpty();
            FluxObject source = new FluxObject(Objects.of(cluster.client()
                            .genericKubernetesResources(Objects.definition(FluxKind.GIT_REPOSITORY))
                            .inNamespace("flux-system")
                            .withName("flux-system")
                            .get())
                    .json());
            assertThat(source.text("/spec/url")).isEqualTo(gitHub.hostname() + "/my-org/fleet-infra.git");
            assertThat(gitHub.file("my-org/fleet-infra", "flux-system/gotk-sync.yaml"))
                    .contains("  path: ./\n");
        }
    }

    @Test
    void mistakesAreOneClearLineAndChangeNothing() throws Exception {
        try (OwnCluster cluster = start("wrong")) {
            refused(
                    cluster,
                    Map.of("GITHUB_TOKEN", "wrong"),
                    "the token is missing, wrong or expired (Bad credentials)");
            refused(cluster, Map.of(), "the token is missing: put it into GITHUB_TOKEN");
            Map<String, String> token = Map.of("GITHUB_TOKEN", FakeGitHub.TOKEN);
            refused(cluster, token, "--path must stay inside the repository", "--path=../up");
            refused(
                    cluster,
                    token,
                    "--ssh-signing-reuse-private-key is not supported by bootstrap github",
                    "--ssh-signing-reuse-private-key",
                    "--private-key-file=/none");
            refused(cluster, token, "'a/b' is no name of a repository", "--repository=a/b");
            refused(cluster, token, "the curves are p256, p384 and p521, not p111", "--ssh-ecdsa-curve=p111");
            assertThat(gitHub.writes()).doesNotContain("POST /user/repos/a/b");
            assertThat(cluster.client().namespaces().withName("flux-system").get())
                    .isNull();
        }
        CommandRun none = CommandRun.run(
                Map.of("GITHUB_TOKEN", FakeGitHub.TOKEN, "HOME", folder.toString()),
                "",
                words().toArray(String[]::new));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).startsWith("✗ no cluster is configured").hasLineCount(1);
        assertThat(gitHub.writes()).isEmpty();
    }

    private void refused(OwnCluster cluster, Map<String, String> variables, String message, String... more) {
        CommandRun run = cluster.run(variables, "", words(more).toArray(String[]::new));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
    }

    private CommandRun bootstrap(OwnCluster cluster, String... more) {
        return cluster.run(
                Map.of("GITHUB_TOKEN", FakeGitHub.TOKEN), "", words(more).toArray(String[]::new));
    }

    /** The command of the guides, of this host. */
    private List<String> words(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "bootstrap",
                "github",
                "--owner=my-user",
                "--repository=fleet-infra",
                "--branch=main",
                "--path=clusters/production",
                "--personal",
                "--hostname=" + gitHub.hostname(),
                "--ssh-hostname=127.0.0.1:" + ssh.port(),
                "--components=source-controller,kustomize-controller"));
        words.addAll(List.of(more));
        return words;
    }

    private OwnCluster start(String name) throws Exception {
        return OwnCluster.start(Files.createDirectories(folder.resolve(name)));
    }

    private static Map<String, String> secret(OwnCluster cluster) {
        Secret secret = cluster.client()
                .secrets()
                .inNamespace("flux-system")
                .withName("flux-system")
                .get();
        Map<String, String> data = new java.util.TreeMap<>();
        secret.getData()
                .forEach((key, value) ->
                        data.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return data;
    }
}
