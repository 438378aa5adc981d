package io.fluxj.manifest.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fluxj.net.address.AddressRule;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.proxy.ProxyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpRemoteBasesTest {

    private static final AddressRule PUBLIC =
            AddressRule.publicOnly(Set.of(), "only fetched from with --allow-private-remote-bases");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    HttpRemoteBasesTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Host")
                    + exchange.getRequestURI().getPath());
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/to/")) {
                exchange.getResponseHeaders().set("Location", path.substring(4).replace("_", "/"));
                exchange.sendResponseHeaders(302, -1);
            } else {
                byte[] body = "a: b\n".repeat(path.equals("/long") ? 100 : 1).getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static GitBases noRepositories() {
        return new GitBases(PUBLIC, Proxies.NONE, Path.of("unused"), "");
    }

    private static HttpRemoteBases bases(AddressRule rule) {
        return new HttpRemoteBases(rule, Proxies.NONE, 100, noRepositories());
    }

    @Test
    void fetchesFromAnAddressThatIsAllowedByItsName() throws IOException {
        assertThat(new String(bases(AddressRule.any()).fetchFile(url("/a.yaml")), UTF_8))
                .isEqualTo("a: b\n");
        assertThat(asked).containsExactly("localhost:" + server.getAddress().getPort() + "/a.yaml");
    }

    @Test
    void reachesHostsWithAnUnderscore() throws IOException {
        HttpRemoteBases behind = new HttpRemoteBases(
                AddressRule.any(), Proxies.through(ProxyServer.parse(url("")).orElseThrow()), 100, noRepositories());

        assertThat(behind.fetchFile("http://my_host.invalid:8080/a.yaml")).isNotEmpty();
        assertThat(asked).containsExactly("my_host.invalid:8080/a.yaml");
    }

    @Test
    void doesNotConnectToThisMachine() {
        assertThatThrownBy(() -> bases(PUBLIC).fetchFile(url("/a.yaml")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--allow-private-remote-bases");
        assertThat(asked).isEmpty();
    }

    @Test
    void followsRedirectsWithinWhatIsAllowed() throws IOException {
        assertThat(bases(AddressRule.any()).fetchFile(url("/to/_b.yaml"))).isNotEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void checksTheAddressAgainAtEachRedirect() {
        AddressRule notLinkLocal = new AddressRule(InetAddress::isLinkLocalAddress, "refused here");

        assertThatThrownBy(() -> bases(notLinkLocal).fetchFile(url("/to/http:__169.254.169.254_latest")))
                .hasMessageContaining("'169.254.169.254' is private");
    }

    @Test
    void stopsAtRedirectsThatLeadOn() {
        assertThatThrownBy(() -> bases(AddressRule.any()).fetchFile(url("/to/")))
                .hasMessage("more than 10 redirects");
    }

    @Test
    void refusesFilesThatAreTooLong() {
        assertThatThrownBy(() -> bases(AddressRule.any()).fetchFile(url("/long")))
                .isInstanceOf(IOException.class)
                .hasMessage("the file is longer than the 100 bytes that --remote-file-max-bytes allows");
    }

    @Test
    void asksTheRuleAlsoWhereAProxyConnects() {
        Proxies proxy =
                Proxies.through(ProxyServer.parse("http://proxy.invalid:1").orElseThrow());
        HttpRemoteBases behind = new HttpRemoteBases(PUBLIC, proxy, 100, noRepositories());

        assertThatThrownBy(() -> behind.fetchFile("http://10.0.0.1/a.yaml")).hasMessageContaining("is private");
    }

    @Test
    void fetchesNothingAtAllWhenSwitchedOff() {
        assertThatThrownBy(() -> new NoRemoteBases().fetchFile(url("/a.yaml")))
                .hasMessageContaining("--no-remote-bases");
        assertThatThrownBy(() -> new NoRemoteBases().fetchBase("ssh://git@x/y.git"))
                .hasMessageContaining("--no-remote-bases");
    }
}
