package io.fluxj.cli;

import io.fluxj.cli.frame.Terminal;
import io.fluxj.testkit.KubeCluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What one command line did.
 *
 * @param code what the process would end with
 * @param out its data
 * @param err what it told the user
 */
public record CommandRun(int code, String out, String err) {

    /** Runs a command against a cluster, in the test's own namespace. */
    public static CommandRun on(KubeCluster cluster, String... words) {
        return run(
                Map.of("KUBECONFIG", cluster.kubeconfig().toString(), "FLUX_SYSTEM_NAMESPACE", cluster.namespace()),
                "",
                words);
    }

    /** Runs a command with these variables and this input. */
    public static CommandRun run(Map<String, String> environment, String typed, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), printTo(out), printTo(err), false);
        int code = Fluxj.run(terminal, new HashMap<>(environment), words);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printTo(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
