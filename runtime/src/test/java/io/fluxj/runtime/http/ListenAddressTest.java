package io.fluxj.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
    @Test
    void areReadAsGoReadsThem() {
        assertThat(ListenAddress.parse("--x", ":8080")).contains(new InetSocketAddress(8080));
        assertThat(ListenAddress.parse("--x", "127.0.0.1:0"))
                .map(InetSocketAddress::getHostString)
                .contains("127.0.0.1");
        assertThat(ListenAddress.parse("--x", "[::1]:80"))
                .map(InetSocketAddress::getPort)
                .contains(80);
        assertThat(ListenAddress.parse("--x", "0")).isEmpty();
        assertThat(ListenAddress.parse("--x", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8080", ":http", ":70000", "host:"})
    void othersAreRefusedByTheNameOfTheirFlag(String text) {
        assertThatThrownBy(() -> ListenAddress.parse("--metrics-addr", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--metrics-addr=" + text);
    }
}
