package io.fluxj.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.net.address.AddressRule;
import io.fluxj.net.http.Deadline;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.notification.provider.DeliveryFailure;
import io.fluxj.notification.provider.Line;
import io.fluxj.notification.provider.Request;
import io.fluxj.testkit.RequestSink;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where events may not go to with {@code --no-private-addresses}. */
class AddressGuardTest {
    @Test
    void thisMachineIsNotAskedAtAll() throws Exception {
        try (RequestSink sink = RequestSink.start(request -> RequestSink.Reply.OK);
                Clients clients = new Clients(Proxies.NONE)) {
            Line line = line(clients, AddressRule.publicOnly(Set.of(), "refused by --no-private-addresses"));

            assertThatThrownBy(() -> line.persistently(Request.get(sink.url())))
                    .isInstanceOf(DeliveryFailure.class)
                    .hasMessageContaining("--no-private-addresses");
            assertThat(sink.requests()).isEmpty();
        }
    }

    @Test
    void theRuleIsAskedForHostsOfOtherProtocolsToo() throws Exception {
        try (Clients clients = new Clients(Proxies.NONE)) {
            Line line = line(clients, new AddressRule(InetAddress::isLoopbackAddress, "refused here"));

            assertThatThrownBy(() -> line.requireAllowed("127.0.0.1")).hasMessageContaining("refused here");
            line.requireAllowed("192.0.2.1");
        }
    }

    private static Line line(Clients clients, AddressRule rule) throws Exception {
        return new HttpLine(
                clients.get(TlsConfig.SYSTEM, Optional.empty()),
                TlsConfig.SYSTEM,
                rule,
                Deadline.in(Duration.ofSeconds(20)),
                Pace.REAL);
    }
}
