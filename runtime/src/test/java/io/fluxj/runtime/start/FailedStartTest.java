package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.scripted.ScriptedOptions;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.KubeCluster;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A controller that cannot start leaves nothing open. */
class FailedStartTest {
    private final List<String> closed = new ArrayList<>();

    private final class Halfway implements ControllerDefinition<ScriptedOptions> {
        @Override
        public String name() {
            return "source-controller";
        }

        @Override
        public ScriptedOptions newOptions() {
            return new ScriptedOptions();
        }

        @Override
        public ControllerParts build(ControllerEnvironment environment, ScriptedOptions options) {
            AutoCloseable _ = environment.resources().keep(() -> closed.add("first"));
            AutoCloseable _ = environment.resources().keep(() -> closed.add("second"));
            throw new IllegalArgumentException("--flags that contradict each other");
        }
    }

    @ClusterTest
    void closesInReverseWhatItHadOpened(KubeCluster cluster) throws Exception {
        int port = FreePort.choose();
        ScriptedOptions options =
                ControllerProgram.parse(new Halfway(), "--metrics-addr=127.0.0.1:" + port, "--health-addr=127.0.0.1:0");

        assertThatThrownBy(() -> ControllerProgram.start(
                        new Halfway(), options, cluster.client(), Map.of("RUNTIME_NAMESPACE", cluster.namespace())))
                .hasMessage("--flags that contradict each other");

        assertThat(closed).containsExactly("second", "first");
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }
}
