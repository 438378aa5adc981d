package io.fluxj.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where replicas find each other. */
class PeerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "peer.test:1, :9090, 10.0.0.7, peer.test:1",
        "'', :9090, 10.0.0.7, 10.0.0.7:9090",
        "'', 0.0.0.0:9090, 10.0.0.7, 10.0.0.7:9090",
        "'', :9090, fd00::7, [fd00::7]:9090",
        "'', 127.0.0.1:9090, 10.0.0.7, 127.0.0.1:9090",
    })
    void isThatOfThePodUnlessAFlagSaysOtherwise(String given, String listening, String pod, String address) {
        assertThat(PeerAddress.of(given, listening, Map.of("POD_IP", pod))).isEqualTo(address);
    }
}
