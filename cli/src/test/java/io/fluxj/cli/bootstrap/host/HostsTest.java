package io.fluxj.cli.bootstrap.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.cli.bootstrap.host.DeployTokens.DeployToken;
import io.fluxj.cli.bootstrap.host.WantedRepository.Visibility;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each host is asked, request by request. */
class HostsTest {
    private static final DeployKey KEY = new DeployKey(
            "flux-system-main-flux-system-./clusters/production", "ecdsa-sha2-nistp384 AAAA1 comment\n", false);

    private interface Talk<H extends GitHost> {
        void with(H host) throws Exception;
    }

    @Test
    void gitHubMakesTheRepositoryOfAUserAndItsKey() throws Exception {
        gitHub("github-personal", wanted("my-user", true), host -> {
            HostedRepository repository = host.ensureRepository();
            assertThat(repository.isNew()).isTrue();
            assertThat(repository.ssh()).isEqualTo("ssh://git@git.example.com/my-user/fleet-infra");
            assertThat(repository.https()).matches("http://127\\.0\\.0\\.1:[0-9]+/my-user/fleet-infra\\.git");
            assertThat(host.ensureDeployKey(KEY)).isTrue();
        });
    }

    @Test
    void gitHubMakesTheRepositoryOfAnOrganisationAndLetsTeamsIn() throws Exception {
        gitHub("github-organisation", wanted("my-org", false), host -> {
            assertThat(host.ensureRepository().isNew()).isTrue();
            assertThat(host.ensureTeam("platform", "maintain")).isTrue();
            assertThat(host.ensureTeam("readers", "pull")).isFalse();
        });
    }

    @Test
    void gitHubIsOnlyReadWhenAllIsThere() throws Exception {
        gitHub("github-again", wanted("my-org", false), host -> {
            assertThat(host.ensureRepository().isNew()).isFalse();
            assertThat(host.ensureTeam("platform", "maintain")).isFalse();
            assertThat(host.ensureDeployKey(KEY)).isFalse();
        });
    }

    @Test
    void gitHubReplacesAKeyThatIsAnotherAndReconcilesSettings() throws Exception {
        WantedRepository wanted =
                new WantedRepository("my-org", "fleet-infra", false, Visibility.PRIVATE, "main", true);
        gitHub("github-reconcile", wanted, host -> {
            assertThat(host.ensureRepository().isNew()).isFalse();
            assertThat(host.ensureDeployKey(new DeployKey(KEY.name(), KEY.publicKey(), true)))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-no-scope", "github-other-user", "github-bad-token", "github-moved"})
    void gitHubsRefusalsSayWhatToDo(String conversation) throws Exception {
        String told =
                switch (conversation) {
                    case "github-no-scope" -> "the token may not do this; it wants the scope repo, and has read:user";
                    case "github-other-user" ->
                        "the token belongs to somebody-else, who cannot make a repository of my-user;"
                                + " leave out --personal if that is an organisation";
                    case "github-bad-token" -> "the token is missing, wrong or expired (Bad credentials)";
                    default -> "it has moved; name the repository as it is called now";
                };
        gitHub(conversation, wanted("my-user", true), host -> assertThatThrownBy(host::ensureRepository)
                .isInstanceOf(HostException.class)
                .hasMessageContaining(told)
                .message()
                .doesNotContain("token-1"));
    }

    @Test
    void gitLabMakesAProjectInAGroupWithinAGroup() throws Exception {
        try (RecordedHost recorded = RecordedHost.play("gitlab-group");
                GitLabHost host = GitLabHost.open(recorded.access(), wanted("My-Group/Platform", false))) {
            HostedRepository repository = host.ensureRepository();
            assertThat(repository.isNew()).isTrue();
            assertThat(repository.ssh()).isEqualTo("ssh://git@git.example.com/My-Group/Platform/fleet-infra");
            assertThat(host.ensureTeam("operators", "maintain")).isTrue();
            assertThat(host.ensureDeployKey(KEY)).isTrue();
            DeployToken token = host.newDeployToken("flux-system-main-flux-system-./clusters/production");
            assertThat(token.username()).isEqualTo("gitlab+deploy-token-7");
            assertThat(token.value()).isEqualTo("gldt-1");
            assertThat(token.toString()).doesNotContain("gldt-1");
            assertThat(recorded.differences()).isEmpty();
        }
    }

    @Test
    void gitLabMakesAProjectOfAUser() throws Exception {
        try (RecordedHost recorded = RecordedHost.play("gitlab-personal");
                GitLabHost host = GitLabHost.open(recorded.access(), wanted("me", true))) {
            assertThat(host.ensureRepository().isNew()).isTrue();
            assertThat(recorded.differences()).isEmpty();
        }
    }

    @Test
    void gitLabSaysWhenThereIsNoSuchGroup() throws Exception {
        try (RecordedHost recorded = RecordedHost.play("gitlab-no-group");
                GitLabHost host = GitLabHost.open(recorded.access(), wanted("me", false))) {
            assertThatThrownBy(host::ensureRepository).hasMessageContaining("for a user's own project add --personal");
            assertThat(recorded.differences()).isEmpty();
        }
    }

    @Test
    void giteaMakesTheRepositoryOfAnOrganisation() throws Exception {
        try (RecordedHost recorded = RecordedHost.play("gitea-organisation");
                GiteaHost host = GiteaHost.open(recorded.access(), wanted("my-org", false))) {
            assertThat(host.ensureRepository().isNew()).isTrue();
            assertThat(host.ensureTeam("platform", "maintain")).isTrue();
            assertThat(host.ensureDeployKey(KEY)).isTrue();
            assertThat(recorded.differences()).isEmpty();
        }
    }

    @Test
    void giteaIsTold() throws Exception {
        try (RecordedHost recorded = RecordedHost.play("gitea-none");
                GiteaHost host = GiteaHost.open(recorded.access(), wanted("my-org", false))) {
            assertThatThrownBy(host::ensureRepository).hasMessageContaining("is neither Gitea nor Forgejo");
            assertThat(recorded.differences()).isEmpty();
        }
    }

    @Test
    void bitbucketFindsTheKeyOfAProjectByItsName() throws Exception {
        try (RecordedHost recorded = RecordedHost.play("bitbucket-project");
                BitbucketHost host = BitbucketHost.open(recorded.access(), wanted("My Project", false))) {
            HostedRepository repository = host.ensureRepository();
            assertThat(repository.isNew()).isTrue();
            assertThat(repository.https()).isEqualTo("https://bitbucket.example.com/scm/mp/fleet-infra.git");
            assertThat(repository.ssh()).isEqualTo("ssh://git@bitbucket.example.com:7999/mp/fleet-infra.git");
            assertThat(host.ensureTeam("operators", "REPO_WRITE")).isTrue();
            assertThat(host.ensureDeployKey(KEY)).isTrue();
            assertThat(recorded.differences()).isEmpty();
        }
    }

    @Test
    void bitbucketChangesTheRightsOfAKeyThatIsThere() throws Exception {
        WantedRepository wanted = new WantedRepository("me", "fleet-infra", true, Visibility.PRIVATE, "main", true);
        try (RecordedHost recorded = RecordedHost.play("bitbucket-personal");
                BitbucketHost host = BitbucketHost.open(recorded.access(), wanted)) {
            assertThat(host.ensureRepository().isNew()).isFalse();
            assertThat(host.ensureDeployKey(new DeployKey(KEY.name(), KEY.publicKey(), true)))
                    .isTrue();
            assertThat(recorded.differences()).isEmpty();
        }
    }

    @Test
    void aHostThatIsNotThereIsTold() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        HostAccess access = new HostAccess(
                URI.create("http://127.0.0.1:" + port),
                "127.0.0.1",
                "token-1",
                TlsConfig.SYSTEM,
                Proxies.NONE,
                Duration.ofSeconds(5));
        try (GiteaHost host = GiteaHost.open(access, wanted("my-org", false))) {
            assertThatThrownBy(host::ensureRepository)
                    .hasMessageStartingWith("cannot reach 127.0.0.1:" + port)
                    .hasMessageEndingWith("is --hostname right?");
        }
    }

    private static void gitHub(String conversation, WantedRepository wanted, Talk<GitHubHost> talk) throws Exception {
        try (RecordedHost recorded = RecordedHost.play(conversation);
                GitHubHost host = GitHubHost.open(recorded.access(), Optional.of(recorded.place()), wanted)) {
            talk.with(host);
            assertThat(recorded.differences()).isEmpty();
        }
    }

    private static WantedRepository wanted(String owner, boolean personal) {
        return new WantedRepository(owner, "fleet-infra", personal, Visibility.PRIVATE, "main", false);
    }
}
