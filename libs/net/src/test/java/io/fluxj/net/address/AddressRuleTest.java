package io.fluxj.net.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressRuleTest {
    private static final AddressRule PUBLIC = AddressRule.publicOnly(Set.of(), "only fetched from with --flag");

    @Test
    void saysWhatCanBeDoneAboutAnAddressThatIsRefused() {
        assertThatThrownBy(() -> PUBLIC.resolve("127.0.0.1"))
                .isInstanceOf(IOException.class)
                .hasMessage("the address of '127.0.0.1' is private, of this machine or of the API server;"
                        + " such addresses are only fetched from with --flag");
    }

    @Test
    void leavesOutTheApiServer() throws IOException {
        AddressRule rule = AddressRule.publicOnly(Set.of(InetAddress.getByName("192.0.2.1")), "");

        assertThat(rule.refuses().test(InetAddress.getByName("192.0.2.1"))).isTrue();
        assertThat(rule.refuses().test(InetAddress.getByName("192.0.2.2"))).isFalse();
    }

    @Test
    void answersWhatMayBeConnectedTo() throws IOException {
        assertThat(AddressRule.any().resolve("127.0.0.1").isLoopbackAddress()).isTrue();
        assertThat(PUBLIC.resolve("1.1.1.1")).isEqualTo(InetAddress.getByName("1.1.1.1"));
    }

    @Test
    void leavesNamesThatAreNotKnownHereToAProxy() {
        assertThatThrownBy(() -> PUBLIC.resolve("nowhere.invalid")).isInstanceOf(UnknownHostException.class);
        assertThatCode(() -> PUBLIC.checkBehindProxy("nowhere.invalid")).doesNotThrowAnyException();
        assertThatThrownBy(() -> PUBLIC.checkBehindProxy("10.0.0.1")).hasMessageContaining("is private");
    }
}
