package io.fluxj.runtime.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: flags-endpoints §3. */
class LocalHostsTest {
    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "localhost:1, localhost:2, http://source-watcher.flux-system.svc.cluster.local./a, localhost:2",
                "localhost:1, localhost:2, http://source-controller.flux-system.svc.cluster.local./a, localhost:1",
                "localhost:1, '', http://source-watcher.flux-system.svc.cluster.local./a, localhost:1",
                "'', localhost:2, http://source-controller.flux-system.svc.cluster.local./a, ''",
            })
    void tellTheTwoControllersApart(String controller, String watcher, String url, String asked) {
        assertThat(new LocalHosts(controller, watcher).of(url)).isEqualTo(asked);
    }
}
