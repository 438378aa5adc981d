package io.fluxj.net.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    private static final Proxy PROXY =
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example.com", 3128));

    @Test
    void leadEverywhereThroughTheOneThatIsNamed() {
        Proxies proxies = Proxies.through(server("http://proxy.example.com:3128"));

        assertThat(proxies.selector().select(URI.create("https://git.example.com/")))
                .containsExactly(PROXY);
        assertThat(proxies.selector().select(URI.create("http://localhost/"))).containsExactly(PROXY);
    }

    @Test
    void leadStraightToServersWhenThereAreNone() {
        assertThat(Proxies.NONE.selector().select(URI.create("https://git.example.com/")))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void tellNameAndPasswordToTheProxyAlone() {
        Authenticator told = Proxies.through(
                        server("http://proxy.example.com:3128").as("someone", "secret"))
                .authenticator();

        assertThat(answer(told, "proxy.example.com", RequestorType.PROXY))
                .isNotNull()
                .satisfies(found -> {
                    assertThat(found.getUserName()).isEqualTo("someone");
                    assertThat(found.getPassword()).isEqualTo("secret".toCharArray());
                });
        assertThat(answer(told, "proxy.example.com", RequestorType.SERVER)).isNull();
        assertThat(answer(told, "other.example.com", RequestorType.PROXY)).isNull();
    }

    @Test
    void doNotShowThePassword() {
        assertThat(server("http://someone:secret@proxy.example.com:3128").toString())
                .doesNotContain("secret");
    }

    private static ProxyServer server(String text) {
        return ProxyServer.parse(text).orElseThrow();
    }

    private static @Nullable PasswordAuthentication answer(Authenticator asked, String host, RequestorType type) {
        return asked.requestPasswordAuthenticationInstance(host, null, 3128, "http", "proxy", "basic", null, type);
    }
}
