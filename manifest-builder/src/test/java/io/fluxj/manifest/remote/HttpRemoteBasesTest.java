package io.fluxj.manifest.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpRemoteBasesTest {

    private static final AddressRule PUBLIC = AddressRule.publicOnly(Set.of());

    private static final ProxySelector DIRECT = ProxySelector.of(null);
    private static final Authenticator NO_PASSWORDS = new Authenticator() {};

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

    private static HttpRemoteBases bases(AddressRule rule) {
        return new HttpRemoteBases(rule, DIRECT, NO_PASSWORDS, 100);
    }

    @Test
    void fetchesFromAnAddressThatIsAllowedByItsName() throws IOException {
        assertThat(new String(bases(AddressRule.any()).fetchFile(url("/a.yaml")), UTF_8))
                .isEqualTo("a: b\n");
        assertThat(asked).containsExactly("localhost:" + server.getAddress().getPort() + "/a.yaml");
    }

    @Test
    void reachesHostsWithAnUnderscore() throws IOException {
        HttpRemoteBases behind =
                new HttpRemoteBases(AddressRule.any(), ProxySelector.of(server.getAddress()), NO_PASSWORDS, 100);

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
    void doesNotConnectToTheApiServer() throws IOException {
        AddressRule rule = AddressRule.publicOnly(Set.of(InetAddress.getByName("192.0.2.1")));

        assertThat(rule.refuses().test(InetAddress.getByName("192.0.2.1"))).isTrue();
        assertThat(rule.refuses().test(InetAddress.getByName("192.0.2.2"))).isFalse();
    }

    @Test
    void followsRedirectsWithinWhatIsAllowed() throws IOException {
        assertThat(bases(AddressRule.any()).fetchFile(url("/to/_b.yaml"))).isNotEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void checksTheAddressAgainAtEachRedirect() {
        AddressRule notLinkLocal = new AddressRule(InetAddress::isLinkLocalAddress);

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
        ProxySelector proxy = ProxySelector.of(InetSocketAddress.createUnresolved("proxy.invalid", 1));
        HttpRemoteBases behind = new HttpRemoteBases(PUBLIC, proxy, NO_PASSWORDS, 100);

        assertThatThrownBy(() -> behind.fetchFile("http://10.0.0.1/a.yaml")).hasMessageContaining("is private");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.1.2.3",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2002:a00:1::1"
            })
    void knowsWhatIsNotPublic(String address) throws IOException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.0.1",
                "100.128.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "198.20.0.1",
                "2606:4700::1",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void knowsWhatIsPublic(String address) throws IOException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void fetchesNothingAtAllWhenSwitchedOff() {
        assertThatThrownBy(() -> new NoRemoteBases().fetchFile(url("/a.yaml")))
                .hasMessageContaining("--no-remote-bases");
        assertThatThrownBy(() -> new NoRemoteBases().fetchBase("ssh://git@x/y.git"))
                .hasMessageContaining("--no-remote-bases");
    }
}
