package io.fluxj.cli;

import static org.awaitility.Awaitility.await;

import io.fluxj.cli.frame.Terminal;
import io.fluxj.testkit.KubeCluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;

/**
 * A command that goes on until it is stopped: what it has printed so far can be read meanwhile.
 *
 * @param thread in which it runs
 * @param code what it ends with
 * @param out its data so far
 * @param err what it told the user so far
 */
public record RunningCommand(
        Thread thread, FutureTask<Integer> code, ByteArrayOutputStream out, ByteArrayOutputStream err)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Starts a command against a cluster, in the test's own namespace. */
    public static RunningCommand on(KubeCluster cluster, String... words) {
        return start(
                Map.of("KUBECONFIG", cluster.kubeconfig().toString(), "FLUX_SYSTEM_NAMESPACE", cluster.namespace()),
                words);
    }

    /** Starts a command with these variables. */
    public static RunningCommand start(Map<String, String> environment, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), printTo(out), printTo(err), false);
        FutureTask<Integer> code = new FutureTask<>(() -> Fluxj.run(terminal, new HashMap<>(environment), words));
        return new RunningCommand(Thread.ofVirtual().start(code), code, out, err);
    }

    private static PrintStream printTo(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Waits until what was printed contains this, and answers all of it. */
    public String awaitOut(String part) {
        return await().atMost(PATIENCE)
                .alias(part)
                .until(() -> out.toString(StandardCharsets.UTF_8), printed -> printed.contains(part));
    }

    /** Interrupts it, as the end of a process would, and answers what it did. */
    public CommandRun stop() throws Exception {
        thread.interrupt();
        return ended();
    }

    /** Waits until it ends by itself, and answers what it did. */
    public CommandRun ended() throws Exception {
        int ending = code.get();
        return new CommandRun(ending, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
