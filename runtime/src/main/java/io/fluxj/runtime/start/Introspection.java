package io.fluxj.runtime.start;

import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpRequest;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * {@code /debug/pprof/}: what a JVM has in place of Go's profiles, as text: threads for {@code goroutine} and {@code threadcreate}, a class histogram for
 * {@code heap} and {@code allocs}. CPU profiles come from {@code jcmd <pid> JFR.start}.
 */
final class Introspection {
    static final String PATH = "/debug/pprof/";
    private static final String INDEX = """
            /debug/pprof/
            cmdline       arguments of this JVM
            goroutine     threads and their stacks
            threadcreate  the same
            heap          live objects by class
            allocs        the same
            For CPU profiles use: jcmd <pid> JFR.start
            """;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;

    private Introspection() {}

    static HttpAnswer answer(HttpRequest request) {
        return switch (request.path().substring(PATH.length())) {
            case "" -> HttpAnswer.text(INDEX);
            case "cmdline" -> HttpAnswer.text(commandLine());
            case "goroutine", "threadcreate" -> diagnostic("threadPrint");
            case "heap", "allocs" -> diagnostic("gcClassHistogram");
            default -> HttpAnswer.text(NOT_FOUND, "a JVM has no such profile\n" + INDEX);
        };
    }

    /** The arguments of the JVM only: those of the program may hold secrets. */
    private static String commandLine() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream().collect(Collectors.joining("\0"));
    }

    private static HttpAnswer diagnostic(String command) {
        try {
            Object answer = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            command,
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return HttpAnswer.text(String.valueOf(answer));
        } catch (JMException unavailable) {
            return HttpAnswer.text(FAILED, "this JVM does not answer " + command + "\n");
        }
    }
}
