package io.fluxj.cli.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fluxj.cli.CommandRun;
import io.fluxj.cli.OwnCluster;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.Objects;
import io.fluxj.testkit.GitSshServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole command lines of {@code bootstrap} on GitLab, Gitea and Bitbucket: a conversation with the host's API, real Git, a cluster, and what stands for its controllers. */
class BootstrapHostsTest {
    @TempDir
    Path folder;

    private GitSshServer ssh;

    @BeforeEach
    void start() throws Exception {
        ssh = GitSshServer.start(
                Files.createDirectories(folder.resolve("host")),
                KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256),
                KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256));
    }

    @AfterEach
    void stop() throws Exception {
        ssh.close();
    }

    private ConversingHost host(String conversation, String repository) throws Exception {
        ConversingHost host = ConversingHost.start(folder.resolve("host"), conversation, "127.0.0.1:" + ssh.port());
        host.repositories().create(repository);
        return host;
    }

    private OwnCluster cluster() throws Exception {
        return OwnCluster.start(Files.createDirectories(folder.resolve("cluster")));
    }

    private CommandRun bootstrap(OwnCluster cluster, ConversingHost host, String name, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "bootstrap",
                name,
                "--repository=fleet-infra",
                "--path=clusters/production",
                "--hostname=" + host.hostname(),
                "--components=source-controller,kustomize-controller"));
        words.addAll(List.of(more));
        String variable = name.split("-", 2)[0].toUpperCase(Locale.ROOT) + "_TOKEN";
        return cluster.run(Map.of(variable, ConversingHost.TOKEN), "", words.toArray(String[]::new));
    }

    @Test
    void gitLabsProtectedBranchIsToldAndTheSameCommandGoesOnAfterwards() throws Exception {
        String repository = "my-group/fleet-infra";
        String[] flags = {"--owner=my-group", "--ssh-hostname=127.0.0.1:" + ssh.port()};
        try (ConversingHost host = host("whole-gitlab", repository);
                OwnCluster cluster = cluster();
                Followers _ = Followers.of(cluster, () -> host.repositories().head(repository))) {
            host.refusePushes("GitLab: You are not allowed to push code to protected branches on this project.");
            CommandRun refused = bootstrap(cluster, host, "gitlab", flags);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err().lines().toList().getLast())
                    .startsWith("✗ the server did not take the push to branch 'main': ")
                    .contains("protected branches on this project")
                    .endsWith("let the token's owner push to it, or name another --branch");
            assertThat(cluster.client().namespaces().withName("flux-system").get())
                    .isNull();

            host.refusePushes("");
            CommandRun run = bootstrap(cluster, host, "gitlab", flags);

            assertThat(run.err()).endsWith("✔ all components are healthy\n").doesNotContain(ConversingHost.TOKEN);
            assertThat(run.code()).isZero();
            assertThat(host.differences()).isEmpty();
            assertThat(host.users()).containsExactly("git");
            assertThat(host.repositories().messages(repository))
                    .containsExactly("Add Flux v0.1.0 component manifests", "Add Flux sync manifests");
            assertThat(secret(cluster)).containsOnlyKeys("identity", "identity.pub", "known_hosts");
            assertThat(url(cluster)).isEqualTo("ssh://git@127.0.0.1:" + ssh.port() + "/my-group/fleet-infra");
        }
    }

    @Test
    void giteasRepositoryThatIsNotEmptyKeepsWhatIsInIt() throws Exception {
        String repository = "my-user/fleet-infra";
        try (ConversingHost host = host("whole-gitea", repository);
                OwnCluster cluster = cluster();
                Followers _ = Followers.of(cluster, () -> host.repositories().head(repository))) {
            host.repositories().commit(repository, "README.md", "# ours\n");

            CommandRun run = bootstrap(cluster, host, "gitea", "--owner=my-user", "--personal", "--token-auth");

            assertThat(run.err()).endsWith("✔ all components are healthy\n");
            assertThat(run.code()).isZero();
            assertThat(host.differences()).isEmpty();
            assertThat(host.users()).containsExactly("my-user");
            assertThat(host.repositories().file(repository, "README.md")).isEqualTo("# ours\n");
            assertThat(host.repositories().messages(repository))
                    .containsExactly("Add README.md", "Add Flux v0.1.0 component manifests", "Add Flux sync manifests");
            assertThat(secret(cluster)).isEqualTo(Map.of("username", "my-user", "password", ConversingHost.TOKEN));
            assertThat(url(cluster)).isEqualTo(host.hostname() + "/my-user/fleet-infra.git");
        }
    }

    @Test
    void bitbucketsOwnAddressesAreTaken() throws Exception {
        String repository = "scm/mp/fleet-infra";
        try (ConversingHost host = host("whole-bitbucket", repository);
                OwnCluster cluster = cluster();
                Followers _ = Followers.of(cluster, () -> host.repositories().head(repository))) {
            CommandRun run = bootstrap(
                    cluster, host, "bitbucket-server", "--owner=My Project", "--username=robot", "--read-write-key");

            assertThat(run.err()).endsWith("✔ all components are healthy\n");
            assertThat(run.code()).isZero();
            assertThat(host.differences()).isEmpty();
            assertThat(host.users()).containsExactly("robot");
            assertThat(url(cluster)).isEqualTo("ssh://git@127.0.0.1:" + ssh.port() + "/mp/fleet-infra.git");
        }
    }

    @Test
    void aTokenWithoutScopesIsOneClearLineAndChangesNothing() throws Exception {
        String repository = "my-group/fleet-infra";
        try (ConversingHost host = host("whole-gitlab-no-scope", repository);
                OwnCluster cluster = cluster()) {
            CommandRun run = bootstrap(cluster, host, "gitlab", "--owner=my-group");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err().lines().toList().getLast())
                    .endsWith("the token may not do this; it wants the scope api (insufficient_scope; The request"
                            + " requires higher privileges than provided by the access token.)");
            assertThat(run.err()).doesNotContain(ConversingHost.TOKEN);
            assertThat(host.repositories().head(repository)).isEmpty();
            assertThat(cluster.client().namespaces().withName("flux-system").get())
                    .isNull();
        }
    }

    private static Map<String, String> secret(OwnCluster cluster) {
        Secret secret = cluster.client()
                .secrets()
                .inNamespace("flux-system")
                .withName("flux-system")
                .require();
        Map<String, String> data = new TreeMap<>();
        secret.getData()
                .forEach((key, value) ->
                        data.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return data;
    }

    private static String url(OwnCluster cluster) {
        return Objects.of(cluster.client()
                        .genericKubernetesResources(Objects.definition(FluxKind.GIT_REPOSITORY))
                        .inNamespace("flux-system")
                        .withName("flux-system")
                        .require())
                .text("/spec/url");
    }
}
