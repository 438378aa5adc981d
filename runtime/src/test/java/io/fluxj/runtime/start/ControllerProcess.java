package io.fluxj.runtime.start;

import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A controller as a process of its own. Its output goes to a file. */
record ControllerProcess(Process process, Path log) implements AutoCloseable {

    static ControllerProcess start(Class<?> main, Path log, Map<String, String> environment, List<String> flags)
            throws IOException {
        List<String> command = TestJvm.command("-Xmx128m");
        command.add(main.getName());
        command.addAll(flags);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ControllerProcess(builder.start(), log);
    }

    /** The environment of one that works in the namespace of a test. */
    static Map<String, String> in(KubeCluster cluster) {
        return Map.of("KUBECONFIG", cluster.kubeconfig().toString(), "RUNTIME_NAMESPACE", cluster.namespace());
    }

    String logged() throws IOException {
        return Files.readString(log);
    }

    /** Sends a signal, such as {@code STOP}, which freezes it, and {@code CONT}, which lets it go on. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
