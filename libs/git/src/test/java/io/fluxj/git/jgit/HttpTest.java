package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook;
import io.fluxj.git.serve.RequestHook.Decision;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTest {
    private static final GitReference MAIN = new GitReference.Branch("main");
    private static final String USER_PASS = "Basic dXNlcjpwYXNz";

    @TempDir
    Path folder;

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private SampleRepository sample;
    private String head;
    private GitHttpServer server;

    @BeforeEach
    void seed() throws IOException {
        sample = SampleRepository.in(folder);
        head = sample.commit("a.txt", "a");
        sample.push("main");
        server = serve(exchange -> new Decision.Serve(exchange.getRequestURI().getPath()));
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
    }

    @Test
    void sendsNameAndPasswordWithoutBeingAsked() throws Exception {
        restart(demanding(USER_PASS));
        expectSuccess(server.url() + "/app.git", new GitCredentials.Basic("user", "pass"));
        expectSuccess("http://user:pass@127.0.0.1:" + server.port() + "/app.git", new GitCredentials.None());
    }

    /** As code hosts hand them out: a name that is a mail address, a token in place of the name or of the password. */
    @Test
    void readsNamesAndTokensInTheAddressAsGoDoes() throws Exception {
        String place = "@127.0.0.1:";
        restart(demanding(basic("me@corp.test:s3cret")));
        expectSuccess("http://me@corp.test:s3cret" + place + server.port() + "/app.git", new GitCredentials.None());
        restart(demanding(basic("tok123:")));
        expectSuccess("http://tok123:" + place + server.port() + "/app.git", new GitCredentials.None());
        expectSuccess("http://tok123" + place + server.port() + "/app.git", new GitCredentials.None());
        restart(demanding(basic(":tok123")));
        expectSuccess("http://:tok123" + place + server.port() + "/app.git", new GitCredentials.None());
        String wrong = "http://tok456:" + place + server.port() + "/app.git";
        assertThat(failure(wrong, new GitCredentials.None()).message())
                .contains("authentication required")
                .doesNotContain("tok456");
    }

    @Test
    void asksForRawPathsEscaped() throws Exception {
        sample.git().run("clone", "-q", "--bare", "repos/app.git", "repos/My [x]|Project.git");
        expectSuccess(server.url() + "/My [x]|Project.git", new GitCredentials.None());
    }

    /** The name leads nowhere without a resolver of one's own, so a proxy shows what is asked for. */
    @Test
    void reachesHostsWithAnUnderscore() throws Exception {
        restart(exchange -> {
            seen.add(String.valueOf(exchange.getRequestURI()));
            return new Decision.Serve(exchange.getRequestURI().getPath());
        });
        Proxies through = new Proxies(
                Objects.requireNonNull(
                        ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", server.port()))),
                Proxies.NONE.authenticator());
        GitAccess access = new GitAccess(
                GitUrl.parse("http://git_server:81/app.git"),
                new GitCredentials.Basic("user", "pass"),
                TlsConfig.SYSTEM,
                SshAlgorithms.DEFAULT,
                through,
                SampleRepository.PATIENCE);
        assertThat(sample.remote(access)
                        .fetch(MAIN, sample.emptyFolder("underscore"))
                        .revision())
                .hasToString("main@sha1:" + head);
        assertThat(seen).isNotEmpty().allSatisfy(uri -> assertThat(uri).startsWith("http://git_server:81/app.git/"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, AUTHENTICATION, authentication required: remote: Invalid token.",
        "403, AUTHENTICATION, authorization failed: remote: Invalid token.",
        "404, REPOSITORY_NOT_FOUND, repository not found: remote: Invalid token.",
        "503, PROTOCOL, unexpected status 503 Service Unavailable: remote: Invalid token."
    })
    void tellsWhatTheServerSays(int status, Problem problem, String said) throws Exception {
        restart(exchange -> {
            byte[] text = "remote: Invalid\u0007 token.\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
            return new Decision.Answered();
        });
        String url = server.url() + "/app.git";
        expectFailure(
                url,
                new GitCredentials.Basic("user", "pass"),
                problem,
                "unable to clone '" + url + "': " + said.replace("Invalid token", "Invalid  token"));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sendsABearerToken() throws Exception {
        restart(demanding("Bearer token-1"));
        expectSuccess(server.url() + "/app.git", new GitCredentials.Bearer("token-1"));
    }

    @Test
    void saysThatCredentialsAreMissingOrWrongWithoutRepeatingThem() throws Exception {
        restart(demanding(USER_PASS));
        String url = server.url() + "/app.git";
        String said = "unable to clone '" + url + "': authentication required";
        expectFailure(url, new GitCredentials.None(), Problem.AUTHENTICATION, said);
        expectFailure(url, new GitCredentials.Basic("user", "wrong"), Problem.AUTHENTICATION, said);
        expectFailure(url, new GitCredentials.Bearer("wrong"), Problem.AUTHENTICATION, said);
        String named = "http://user:wrong-words@127.0.0.1:" + server.port() + "/app.git";
        expectFailure(named, new GitCredentials.None(), Problem.AUTHENTICATION, said);
    }

    @Test
    void followsARedirectButDoesNotTakeCredentialsToAnotherHost() throws Exception {
        GitHttpServer other = serve(exchange -> {
            seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            return new Decision.Serve(exchange.getRequestURI().getPath());
        });
        restart(exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo(USER_PASS);
            exchange.getResponseHeaders()
                    .set("Location", other.url() + exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(301, -1);
            return new Decision.Answered();
        });
        try (other) {
            expectSuccess(server.url() + "/app.git", new GitCredentials.Basic("user", "pass"));
        }
        assertThat(seen).isNotEmpty().containsOnly("null");
    }

    @Test
    void saysThatThereIsNoSuchRepository() {
        String url = server.url() + "/none.git";
        expectFailure(
                url,
                new GitCredentials.None(),
                Problem.REPOSITORY_NOT_FOUND,
                "unable to clone '" + url + "': repository not found");
    }

    @Test
    void saysThatNothingListens() {
        String url = server.url() + "/app.git";
        server.close();
        expectFailure(
                url,
                new GitCredentials.None(),
                Problem.UNREACHABLE,
                "unable to clone '" + url + "': dial tcp 127.0.0.1:" + server.port() + ": connect: connection refused");
    }

    @Test
    void givesUpOnAServerThatNeverAnswers() throws Exception {
        restart(exchange -> {
            await(end);
            return new Decision.Answered();
        });
        assertThat(failure(access(server.url() + "/app.git", new GitCredentials.None(), Duration.ofMillis(300)))
                        .problem())
                .isEqualTo(Problem.TIMEOUT);
    }

    @Test
    void givesUpOnAServerThatTricklesForEver() throws Exception {
        restart(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-advertisement");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write("001e# service=git-upload-pack\n0000ffff".getBytes(StandardCharsets.US_ASCII));
            while (end.getCount() > 0) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(20_000_000);
            }
            return new Decision.Answered();
        });
        GitAccess access = access(server.url() + "/app.git", new GitCredentials.None(), Duration.ofMillis(700));
        assertThat(failure(access).problem()).isEqualTo(Problem.TIMEOUT);
    }

    @Test
    void doesNotTakeAWebPageForARepository() throws Exception {
        restart(exchange -> {
            byte[] page = "<html>sign in</html>".getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            return new Decision.Answered();
        });
        assertThat(failure(server.url() + "/app.git", new GitCredentials.None()).message())
                .startsWith("unable to clone '" + server.url() + "/app.git': ");
    }

    private RequestHook demanding(String authorization) {
        return exchange -> {
            if (authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                return new Decision.Serve(exchange.getRequestURI().getPath());
            }
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            return new Decision.Answered();
        };
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            throw new IOException(closed);
        }
    }

    private void restart(RequestHook hook) throws IOException {
        server.close();
        server = serve(hook);
    }

    private GitHttpServer serve(RequestHook hook) throws IOException {
        return GitHttpServer.start(
                GitHttpServer.Options.of(sample.repositories()).withHook(hook));
    }

    private void expectSuccess(String url, GitCredentials credentials) throws Exception {
        JGitRemote remote = sample.remote(access(url, credentials, SampleRepository.PATIENCE));
        assertThat(remote.fetch(MAIN, sample.emptyFolder("out" + seen.size() + url.hashCode()))
                        .revision())
                .hasToString("main@sha1:" + head);
    }

    private void expectFailure(String url, GitCredentials credentials, Problem problem, String message) {
        GitException failure = failure(url, credentials);
        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure.message()).isEqualTo(message);
    }

    private GitException failure(String url, GitCredentials credentials) {
        return failure(access(url, credentials, SampleRepository.PATIENCE));
    }

    private GitException failure(GitAccess access) {
        return assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> sample.remote(access).fetch(MAIN, sample.emptyFolder("none")))
                .actual();
    }

    private static GitAccess access(String url, GitCredentials credentials, Duration timeout) {
        return new GitAccess(GitUrl.parse(url), credentials, TlsConfig.SYSTEM, SshAlgorithms.DEFAULT, timeout);
    }
}
