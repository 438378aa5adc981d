package io.fluxj.net.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules are those of the documentation of Go's {@code golang.org/x/net/http/httpproxy}. */
class EnvironmentProxiesTest {
    private static final Proxy PROXY = http("proxy.example.com", 3128);

    private static Proxy http(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    private static Proxy chosen(Map<String, String> variables, String target) {
        return EnvironmentProxies.of(variables).select(URI.create(target)).getFirst();
    }

    /** {@link URI} knows no host whose name the internet standards forbid. */
    @Test
    void aHostWithAnUnderscoreIsOneLikeOthers() {
        Map<String, String> variables = Map.of("HTTP_PROXY", "http://a:1", "NO_PROXY", "git_server,.my_zone:81");

        assertThat(chosen(variables, "http://git_server:8080/app.git")).isEqualTo(Proxy.NO_PROXY);
        assertThat(chosen(variables, "http://x.my_zone:81/app.git")).isEqualTo(Proxy.NO_PROXY);
        assertThat(chosen(variables, "http://other_server/app.git")).isEqualTo(http("a", 1));
    }

    @Test
    void eachSchemeHasItsVariable() {
        Map<String, String> both = Map.of("HTTP_PROXY", "http://a:1", "HTTPS_PROXY", "http://b:2");

        assertThat(chosen(both, "http://example.com/")).isEqualTo(http("a", 1));
        assertThat(chosen(both, "https://example.com/")).isEqualTo(http("b", 2));
        assertThat(chosen(both, "ssh://example.com/")).isEqualTo(Proxy.NO_PROXY);
        assertThat(chosen(Map.of("HTTP_PROXY", "http://a:1"), "https://example.com/"))
                .isEqualTo(Proxy.NO_PROXY);
        assertThat(chosen(Map.of(), "https://example.com/")).isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void smallLettersCountWhereTheOthersAreMissing() {
        assertThat(chosen(Map.of("https_proxy", "http://a:1"), "https://example.com/"))
                .isEqualTo(http("a", 1));
        assertThat(chosen(Map.of("HTTPS_PROXY", "http://b:2", "https_proxy", "http://a:1"), "https://example.com/"))
                .isEqualTo(http("b", 2));
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example.com:3128, HTTP, 3128",
        "proxy.example.com:3128, HTTP, 3128",
        "http://proxy.example.com, HTTP, 80",
        "proxy.example.com, HTTP, 80",
        "http://proxy.example.com:3128/, HTTP, 3128",
        "socks5://proxy.example.com, SOCKS, 1080",
        "http://someone:secret@proxy.example.com:3128, HTTP, 3128"
    })
    void aProxyIsWrittenInManyWays(String text, Proxy.Type type, int port) {
        assertThat(chosen(Map.of("HTTPS_PROXY", text), "https://example.com/"))
                .isEqualTo(new Proxy(type, InetSocketAddress.createUnresolved("proxy.example.com", port)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://someone:secret@proxy:1", "ftp://secret", "secret secret"})
    void aProxyThatCannotBeUsedIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> EnvironmentProxies.of(Map.of("HTTPS_PROXY", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com | https://example.com | true",
                "example.com | https://git.example.com | true",
                "example.com | https://EXAMPLE.com | true",
                "EXAMPLE.COM | https://example.com | true",
                "example.com | https://notexample.com | false",
                ".example.com | https://example.com | false",
                ".example.com | https://git.example.com | true",
                "*.example.com | https://git.example.com | true",
                "*.example.com | https://example.com | false",
                "example.com:8443 | https://example.com:8443 | true",
                "example.com:8443 | https://example.com | false",
                "example.com:443 | https://example.com | true",
                "a.com, b.com | https://b.com | true",
                " ,, b.com | https://c.com | false",
                ". | https://example.com | false",
                "* | https://example.com | true",
                "192.0.2.1 | https://192.0.2.1 | true",
                "192.0.2.1 | https://192.0.2.10 | false",
                "192.0.2.1:8080 | https://192.0.2.1:8080 | true",
                "192.0.2.1:8080 | https://192.0.2.1 | false",
                "192.0.2.0/24 | https://192.0.2.200 | true",
                "192.0.2.0/24 | https://192.0.3.1 | false",
                "0.0.0.0/0 | https://192.0.3.1 | true",
                "0.0.0.0/0 | https://[2001:db8::1] | false",
                "2001:db8::/32 | https://[2001:db8::1] | true",
                "2001:db8::1 | https://[2001:db8::1]:8443 | true",
                "[2001:db8::1]:8443 | https://[2001:db8::1]:8443 | true",
                "[2001:db8::1]:8443 | https://[2001:db8::1] | false",
                ".svc,.cluster.local. | http://x.flux-system.svc.cluster.local./a | true",
                ".svc | http://x.flux-system.svc/a | true",
                "'' | https://localhost:1 | true",
                "'' | https://127.8.0.1 | true",
                "'' | https://[::1] | true",
                "'' | https://example.com | false"
            })
    void whatNoProxyNamesIsReachedDirectly(String noProxy, String target, boolean direct) {
        Map<String, String> variables = Map.of(
                "HTTP_PROXY", "http://proxy.example.com:3128",
                "HTTPS_PROXY", "http://proxy.example.com:3128",
                "NO_PROXY", noProxy);

        assertThat(chosen(variables, target)).isEqualTo(direct ? Proxy.NO_PROXY : PROXY);
    }

    @Test
    void credentialsAreForTheProxyAlone() {
        EnvironmentProxies proxies =
                EnvironmentProxies.of(Map.of("HTTPS_PROXY", "http://some%40one:se%3Acret@proxy.example.com:3128"));

        PasswordAuthentication answer =
                Objects.requireNonNull(asked(proxies, "proxy.example.com", 3128, RequestorType.PROXY));
        assertThat(answer.getUserName()).isEqualTo("some@one");
        assertThat(answer.getPassword()).containsExactly("se:cret".toCharArray());
        assertThat(asked(proxies, "proxy.example.com", 3128, RequestorType.SERVER))
                .isNull();
        assertThat(asked(proxies, "proxy.example.com", 3129, RequestorType.PROXY))
                .isNull();
        assertThat(asked(proxies, "evil.example.com", 3128, RequestorType.PROXY))
                .isNull();
    }

    private static @Nullable PasswordAuthentication asked(
            EnvironmentProxies proxies, String host, int port, RequestorType who) {
        return proxies.authenticator()
                .requestPasswordAuthenticationInstance(host, null, port, "http", "", "Basic", null, who);
    }
}
