package io.fluxj.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvertisedAddressTest {
    @ParameterizedTest
    @CsvSource({
        "'', :9090, http://localhost:9090/k/a",
        "'', 0.0.0.0:9090, http://pod-1:9090/k/a",
        "'', 10.1.2.3:9090, http://10.1.2.3:9090/k/a",
        "source-controller.flux-system.svc.cluster.local., :9090, http://source-controller.flux-system.svc.cluster.local./k/a",
        "https://artifacts.example.com/flux/, :9090, https://artifacts.example.com/flux/k/a"
    })
    void namesTheHostThatOthersReach(String advertised, String listening, String url) {
        AdvertisedAddress address = AdvertisedAddress.of(advertised, listening, Map.of("HOSTNAME", "pod-1"));
        assertThat(address.url("k/a")).isEqualTo(url);
    }
}
