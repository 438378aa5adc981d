package io.fluxj.automation.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.api.image.v1.PullRequest;
import io.fluxj.api.image.v1.PullRequestProvider;
import io.fluxj.api.meta.Choice;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent to hosts, and how their answers are read, by their public API documents. */
class RequestHostTest {
    private static final RequestBranches BRANCHES = new RequestBranches("flux/apps & more", "main");
    private static final RequestText TEXT = new RequestText("Update web", "web: 1.0.0 -> 2.0.0");
    private static final GitCredentials BASIC = new GitCredentials.Basic("bot", "tok-1");

    @Test
    void gitHubIsAskedAsItsDocumentsSay() throws Exception {
        try (FakeHost fake = FakeHost.start(RequestHostTest::gitHub);
                RequestHosts hosts = open(PullRequestProvider.GITHUB, fake.url() + "/acme/fleet.git", BASIC)) {
            assertThat(hosts.host().find(BRANCHES)).isEmpty();
            OpenRequest opened = hosts.host().open(BRANCHES, TEXT);
            assertThat(opened).isEqualTo(new OpenRequest(7, "https://github.test/acme/fleet/pull/7", TEXT));
            hosts.host().update(opened, new RequestText("Other", ""));
            hosts.host().close(opened);

            assertThat(fake.asked().stream().map(FakeHost.Asked::toString))
                    .containsExactly(
                            "GET /api/v3/repos/acme/fleet/pulls?state=open&head=acme%3Aflux%2Fapps%20%26%20more&base=main",
                            "POST /api/v3/repos/acme/fleet/pulls {\"base\":\"main\",\"body\":\"web: 1.0.0 -> 2.0.0\","
                                    + "\"head\":\"flux/apps & more\",\"title\":\"Update web\"}",
                            "PATCH /api/v3/repos/acme/fleet/pulls/7 {\"body\":\"\",\"title\":\"Other\"}",
                            "PATCH /api/v3/repos/acme/fleet/pulls/7 {\"state\":\"closed\"}");
            assertThat(fake.asked()).extracting(FakeHost.Asked::token).containsOnly("Bearer tok-1");
        }
    }

    private static FakeHost.Answer gitHub(FakeHost.Asked asked) {
        return asked.method().equals("GET")
                ? new FakeHost.Answer(200, "[]")
                : new FakeHost.Answer(
                        asked.method().equals("POST") ? 201 : 200,
                        "{\"number\":7,\"state\":\"open\",\"html_url\":\"https://github.test/acme/fleet/pull/7\","
                                + "\"title\":\"Update web\",\"body\":\"web: 1.0.0 -> 2.0.0\"}");
    }

    @Test
    void gitLabTakesTheWholePathAndItsOwnHeader() throws Exception {
        String one = "{\"iid\":3,\"id\":999,\"web_url\":\"https://gitlab.test/g/s/fleet/-/merge_requests/3\","
                + "\"source_project_id\":5,\"target_project_id\":5,\"title\":\"Update web\",\"description\":null}";
        String foreign = "{\"iid\":2,\"source_project_id\":6,\"target_project_id\":5}";
        try (FakeHost fake = FakeHost.start(asked -> new FakeHost.Answer(
                        200, asked.method().equals("GET") ? "[" + foreign + "," + one + "]" : one));
                RequestHosts hosts = open(PullRequestProvider.GITLAB, fake.url() + "/g/s/fleet.git", BASIC)) {
            Optional<OpenRequest> found = hosts.host().find(BRANCHES);
            assertThat(found)
                    .contains(new OpenRequest(
                            3, "https://gitlab.test/g/s/fleet/-/merge_requests/3", new RequestText("Update web", "")));
            OpenRequest _ = hosts.host().open(BRANCHES, TEXT);
            hosts.host().update(found.orElseThrow(), TEXT);
            hosts.host().close(found.orElseThrow());

            assertThat(fake.asked().stream().map(FakeHost.Asked::toString))
                    .containsExactly(
                            "GET /api/v4/projects/g%2Fs%2Ffleet/merge_requests?state=opened"
                                    + "&source_branch=flux%2Fapps%20%26%20more&target_branch=main",
                            "POST /api/v4/projects/g%2Fs%2Ffleet/merge_requests {\"description\":\"web: 1.0.0 -> 2.0.0\","
                                    + "\"source_branch\":\"flux/apps & more\",\"target_branch\":\"main\",\"title\":\"Update web\"}",
                            "PUT /api/v4/projects/g%2Fs%2Ffleet/merge_requests/3"
                                    + " {\"description\":\"web: 1.0.0 -> 2.0.0\",\"title\":\"Update web\"}",
                            "PUT /api/v4/projects/g%2Fs%2Ffleet/merge_requests/3 {\"state_event\":\"close\"}");
            assertThat(fake.asked()).extracting(FakeHost.Asked::token).containsOnly("PRIVATE-TOKEN tok-1");
        }
    }

    @Test
    void giteasListIsReadPageByPage() throws Exception {
        String others =
                "{\"number\":1,\"head\":{\"ref\":\"x\",\"repo_id\":1},\"base\":{\"ref\":\"main\",\"repo_id\":1}}";
        String foreign = "{\"number\":2,\"head\":{\"ref\":\"flux/apps & more\",\"repo_id\":2},"
                + "\"base\":{\"ref\":\"main\",\"repo_id\":1}}";
        String own = "{\"number\":3,\"html_url\":\"u\",\"title\":\"t\",\"body\":\"\","
                + "\"head\":{\"ref\":\"flux/apps & more\",\"repo_id\":1},\"base\":{\"ref\":\"main\",\"repo_id\":1}}";
        try (FakeHost fake = FakeHost.start(asked -> new FakeHost.Answer(
                        200,
                        asked.target().contains("page=1&") ? "[" + others + "," + foreign + "]" : "[" + own + "]"));
                RequestHosts hosts = open(PullRequestProvider.GITEA, fake.url() + "/acme/fleet", BASIC)) {
            assertThat(hosts.host().find(BRANCHES)).contains(new OpenRequest(3, "u", new RequestText("t", "")));

            assertThat(fake.asked().stream().map(FakeHost.Asked::toString))
                    .containsExactly(
                            "GET /api/v1/repos/acme/fleet/pulls?state=open&sort=recentupdate&page=1&limit=50",
                            "GET /api/v1/repos/acme/fleet/pulls?state=open&sort=recentupdate&page=2&limit=50");
            assertThat(fake.asked()).extracting(FakeHost.Asked::token).containsOnly("token tok-1");
        }
    }

    @Test
    void pagesThatNeverEndAreGivenUp() throws Exception {
        String others = "[{\"number\":1,\"head\":{\"ref\":\"x\"},\"base\":{\"ref\":\"main\"}}]";
        try (FakeHost fake = FakeHost.start(_ -> new FakeHost.Answer(200, others));
                RequestHosts hosts = open(PullRequestProvider.GITEA, fake.url() + "/acme/fleet", BASIC)) {
            assertThat(hosts.host().find(BRANCHES)).isEmpty();
            assertThat(fake.asked()).hasSize(40);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"message\":\"Resource not accessible\"} | : 403 Forbidden: {\"message\":\"Resource not accessible\"}",
                "301 | '' | : 301 Moved Permanently",
                "200 | <html> | : the answer is not JSON; is that the address of the host's API?"
            })
    void whatAHostRefusesIsTold(int status, String body, String told) throws Exception {
        try (FakeHost fake = FakeHost.start(_ -> new FakeHost.Answer(status, body));
                RequestHosts hosts = open(PullRequestProvider.GITHUB, fake.url() + "/acme/fleet", BASIC)) {
            assertThatThrownBy(() -> hosts.host().find(BRANCHES))
                    .isInstanceOf(RequestException.class)
                    .hasMessage("GET " + fake.url() + "/api/v3/repos/acme/fleet/pulls" + told);
        }
    }

    @Test
    void theRepositorysTokenGoesToItsOwnServerAlone() {
        for (String elsewhere : List.of(
                "https://evil.test/api",
                "https://git.test:8443/api",
                "http://git.test/api",
                "https://git.test.evil/x")) {
            assertThatThrownBy(() -> RequestHosts.open(
                            spec(PullRequestProvider.GITHUB, elsewhere), access("https://git.test/a/b", BASIC), ""))
                    .hasMessageStartingWith("the token of the repository is for its own server alone");
        }
    }

    @Test
    void addressesWithCredentialsAreRefusedAndNotRepeated() {
        assertThatThrownBy(() -> RequestHosts.open(
                        spec(PullRequestProvider.GITHUB, "https://me:hidden@git.test/api"),
                        access("https://git.test/a/b", BASIC),
                        "t"))
                .isInstanceOf(RequestException.class)
                .message()
                .startsWith("spec.git.push.pullRequest.address must not hold a name")
                .doesNotContain("hidden");
    }

    @Test
    void repositoriesOverSshNeedATokenOfTheirOwn() {
        GitCredentials key = new GitCredentials.Ssh("identity", "", "hosts");
        assertThatThrownBy(() -> RequestHosts.open(
                        spec(PullRequestProvider.GITLAB, null), access("ssh://git@git.test/a/b", key), ""))
                .hasMessageStartingWith("there is no token for the API of the host");
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, https://github.com/a/b, https://api.github.com",
        "GITHUB, ssh://git@github.com/a/b, https://api.github.com",
        "GITHUB, https://ghe.test:444/a/b, https://ghe.test:444/api/v3",
        "GITLAB, https://gitlab.com/a/b, https://gitlab.com/api/v4",
        "GITLAB, ssh://git@gitlab.test:2222/a/b, https://gitlab.test/api/v4",
        "GITEA, http://gitea.test:3000/a/b, http://gitea.test:3000/api/v1"
    })
    void apisAreFoundByTheRepositorysAddress(PullRequestProvider provider, String url, String base) {
        assertThat(HostAddress.of(provider, GitUrl.parse(url))).isEqualTo(new HostAddress(base, true));
    }

    private static RequestHosts open(PullRequestProvider provider, String url, GitCredentials who) throws Exception {
        return RequestHosts.open(spec(provider, null), access(url, who), "");
    }

    private static PullRequest spec(PullRequestProvider provider, @org.jspecify.annotations.Nullable String address) {
        return PullRequest.builder()
                .provider(Choice.of(provider))
                .address(address)
                .build();
    }

    private static GitAccess access(String url, GitCredentials who) {
        return new GitAccess(
                GitUrl.parse(url), who, TlsConfig.SYSTEM, SshAlgorithms.DEFAULT, Proxies.NONE, Duration.ofSeconds(10));
    }
}
