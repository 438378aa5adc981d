package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook.Decision;
import io.fluxj.net.issue.ThrowawayCertificate;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyTest {
    private static final GitReference MAIN = new GitReference.Branch("main");
    private static final String ELSEWHERE = "http://git.invalid/app.git";

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private SampleRepository sample;
    private String head;

    @BeforeEach
    void seed() throws IOException {
        sample = SampleRepository.in(folder);
        head = sample.commit("a.txt", "a");
        sample.push("main");
    }

    /** A server that is asked for an address of another host is a proxy. */
    @Test
    void leadsToServersThatCannotBeReachedDirectly() throws Exception {
        try (GitHttpServer server = GitHttpServer.start(
                GitHttpServer.Options.of(sample.repositories()).withHook(exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    return new Decision.Serve(exchange.getRequestURI().getPath());
                }))) {
            JGitRemote remote = remote(ELSEWHERE, TlsConfig.SYSTEM, through(server, Proxies.NONE.authenticator()));

            assertThat(remote.fetch(MAIN, sample.emptyFolder("out")).revision()).hasToString("main@sha1:" + head);
        }
        assertThat(asked).isNotEmpty().allSatisfy(address -> assertThat(address).startsWith(ELSEWHERE));
    }

    @Test
    void isToldNameAndPasswordWhenItAsks() throws Exception {
        try (GitHttpServer server = GitHttpServer.start(
                GitHttpServer.Options.of(sample.repositories()).withHook(exchange -> {
                    String authorization = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
                    if (authorization != null) {
                        asked.add(authorization);
                        return new Decision.Serve(exchange.getRequestURI().getPath());
                    }
                    exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"proxy\"");
                    exchange.sendResponseHeaders(407, -1);
                    return new Decision.Answered();
                }))) {
            JGitRemote remote =
                    remote(ELSEWHERE, TlsConfig.SYSTEM, through(server, TunnelProxy.answering(TunnelProxy.PASSWORD)));

            assertThat(remote.fetch(MAIN, sample.emptyFolder("out")).revision()).hasToString("main@sha1:" + head);
        }
        assertThat(asked).containsOnly("Basic c29tZW9uZTpsZXQtbWUtdGhyb3VnaA==");
    }

    @Test
    void leadsToHttpsByATunnel() throws Exception {
        ThrowawayCertificate authority = ThrowawayCertificate.authority("servers");
        SSLContext context = authority.issue("server").server(authority);
        try (TunnelProxy proxy = TunnelProxy.start();
                GitHttpServer server = GitHttpServer.start(GitHttpServer.Options.of(sample.repositories())
                        .withTls(new com.sun.net.httpserver.HttpsConfigurator(context)))) {
            TlsConfig tls = TlsConfig.trusting(Trust.besideSystem(authority.certificatePem()));
            String url = server.url() + "/app.git";
            JGitRemote remote =
                    remote(url, tls, new Proxies(proxy.selector(), TunnelProxy.answering(TunnelProxy.PASSWORD)));

            assertThat(remote.fetch(MAIN, sample.emptyFolder("out")).revision()).hasToString("main@sha1:" + head);
            assertThat(proxy.requests()).isNotEmpty().allSatisfy(request -> assertThat(request)
                    .isEqualTo("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1"));

            JGitRemote refused = remote(url, tls, new Proxies(proxy.selector(), TunnelProxy.answering("wrong-one")));
            assertThatExceptionOfType(GitException.class)
                    .isThrownBy(() -> refused.resolve(MAIN))
                    .satisfies(failure ->
                            assertThat(failure.message()).contains("407").doesNotContain("wrong-one"));
        }
    }

    @Test
    void isSpokenToOverTls() throws Exception {
        ThrowawayCertificate authority = ThrowawayCertificate.authority("proxies");
        SSLContext context = authority.issue("proxy").server(authority);
        TlsConfig tls = TlsConfig.trusting(Trust.besideSystem(authority.certificatePem()));
        try (TunnelProxy proxy = TunnelProxy.start(context);
                GitHttpServer server = GitHttpServer.start(GitHttpServer.Options.of(sample.repositories())
                        .withTls(new com.sun.net.httpserver.HttpsConfigurator(context)))) {
            ProxyServer known = ProxyServer.parse("https://someone:let-me-through@127.0.0.1:" + proxy.port())
                    .orElseThrow();
            String url = server.url() + "/app.git";
            try (ProxyRoute route = ProxyRoute.through(known, tls)) {
                assertThat(remote(url, tls, route.proxies()).resolve(MAIN)).hasToString("main@sha1:" + head);
            }
            assertThat(proxy.requests()).contains("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1");
            try (ProxyRoute route = ProxyRoute.through(known.as("someone", "wrong-one"), tls)) {
                assertThatExceptionOfType(GitException.class)
                        .isThrownBy(() -> remote(url, tls, route.proxies()).resolve(MAIN))
                        .withMessageContaining("407");
            }
            try (ProxyRoute route = ProxyRoute.through(known, TlsConfig.SYSTEM)) {
                assertThatExceptionOfType(GitException.class)
                        .isThrownBy(() -> remote(url, tls, route.proxies()).resolve(MAIN))
                        .withMessageContaining("502 cannot reach the proxy: ");
            }
        }
    }

    @Test
    void speaksSocksAndKnowsAUser() throws Exception {
        try (SocksProxy proxy = SocksProxy.start();
                GitHttpServer server = GitHttpServer.start(sample.repositories())) {
            String elsewhere = "http://git.invalid:" + server.port() + "/app.git";
            ProxyServer known = ProxyServer.parse("socks5://someone:let-me-through@" + proxy.address())
                    .orElseThrow();
            try (ProxyRoute route = ProxyRoute.through(known, TlsConfig.SYSTEM)) {
                JGitRemote remote = remote(elsewhere, TlsConfig.SYSTEM, route.proxies());
                assertThat(remote.fetch(MAIN, sample.emptyFolder("out")).revision())
                        .hasToString("main@sha1:" + head);
            }
            assertThat(proxy.targets()).isNotEmpty().containsOnly("git.invalid:" + server.port());
            try (ProxyRoute route = ProxyRoute.through(known.as("someone", "wrong-one"), TlsConfig.SYSTEM)) {
                assertThatExceptionOfType(GitException.class)
                        .isThrownBy(() -> remote(elsewhere, TlsConfig.SYSTEM, route.proxies())
                                .resolve(MAIN))
                        .satisfies(failure -> assertThat(failure.message()).doesNotContain("wrong-one"));
            }
        }
    }

    private static Proxies through(GitHttpServer server, Authenticator authenticator) {
        InetSocketAddress address = InetSocketAddress.createUnresolved("127.0.0.1", server.port());
        return new Proxies(Objects.requireNonNull(ProxySelector.of(address)), authenticator);
    }

    private JGitRemote remote(String url, TlsConfig tls, Proxies proxies) {
        return sample.remote(new GitAccess(
                GitUrl.parse(url),
                new GitCredentials.None(),
                tls,
                SshAlgorithms.DEFAULT,
                proxies,
                SampleRepository.PATIENCE));
    }
}
