package io.fluxj.testkit;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a test starts a program of ours as a process of its own. */
public final class TestJvm {
    private TestJvm() {}

    /**
     * The beginning of a command: this JVM's program, class path, and choice of compiler and collector, which suit programs that live for seconds.
     *
     * @param heap such as {@code -Xmx128m}
     */
    public static List<String> command(String heap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:"))
                .forEach(command::add);
        command.addAll(List.of(heap, "-cp", System.getProperty("java.class.path")));
        return command;
    }
}
