package io.fluxj.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyAddressTest {
    @Test
    void leadsEverywhere() throws Exception {
        ProxyAddress address = ProxyAddress.require(
                TestSecrets.holding(Map.of("address", "http://proxy:3128", "username", "user", "password", "pass")));

        assertThat(address.proxies().selector().select(URI.create("https://git.example.com/")))
                .containsExactly(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy", 3128)));
        assertThat(address.server().username()).isEqualTo("user");
        assertThat(address.server().password()).isEqualTo("pass");
        assertThat(address.toString()).doesNotContain("pass");
    }

    @Test
    void takesTheNameInTheAddressWhenThereIsNoOther() throws Exception {
        ProxyAddress address = ProxyAddress.require(
                TestSecrets.holding(Map.of("address", "socks5://user:pa%20ss@proxy", "password", "of nobody")));

        assertThat(address.server().username()).isEqualTo("user");
        assertThat(address.server().password()).isEqualTo("pa ss");
        assertThat(address.server().proxy().type()).isEqualTo(Proxy.Type.SOCKS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|proxy address is empty",
                "ftp://proxy:21|proxy URL must use one of the supported schemes (http, https, socks5), got 'ftp'",
                "proxy|proxy URL must use one of the supported schemes (http, https, socks5), got ''",
            })
    void saysWhatIsWrongWithIt(String address, String message) {
        assertThatThrownBy(() -> ProxyAddress.require(TestSecrets.holding(Map.of("address", address))))
                .isInstanceOf(SecretException.class)
                .hasMessage("secret 'apps/creds': " + message);
    }

    @Test
    void mustBeThereAndMayNotBeLong() {
        assertThatThrownBy(() -> ProxyAddress.require(TestSecrets.holding(Map.of("username", "user"))))
                .isInstanceOf(SecretException.class)
                .hasMessage("secret 'apps/creds': key 'address' not found");
        assertThatThrownBy(() ->
                        ProxyAddress.require(TestSecrets.holding(Map.of("address", "http://" + "p".repeat(2048)))))
                .isInstanceOf(SecretException.class)
                .hasMessage("secret 'apps/creds': proxy URL exceeds maximum length of 2048 characters");
    }
}
