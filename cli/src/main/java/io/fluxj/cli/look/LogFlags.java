package io.fluxj.cli.look;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which lines {@code logs} shows. */
final class LogFlags {
    private static final Set<String> LEVELS = Set.of("", "debug", "info", "error");

    @Option(names = "--level", paramLabel = "LEVEL", description = "Only lines of this level: debug, info or error.")
    private String level = "";

    @Option(names = "--kind", paramLabel = "KIND", description = "Only lines about objects of this kind.")
    private String kind = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Only lines about the object of this name.")
    private String name = "";

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Lines about objects of all namespaces.")
    private boolean allNamespaces;

    @Option(
            names = "--flux-namespace",
            paramLabel = "NAMESPACE",
            description = "Where the controllers run; else FLUX_SYSTEM_NAMESPACE, else flux-system.")
    @Nullable
    String fluxNamespace;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with new lines.")
    boolean follow;

    @Option(names = "--tail", paramLabel = "NUMBER", description = "Only the last lines of each log. Default: all.")
    int tail = -1;

    @Option(names = "--since", paramLabel = "DURATION", description = "Only lines newer than that, for example 5m.")
    @Nullable
    Duration since;

    @Option(names = "--since-time", paramLabel = "TIME", description = "Only lines after that, in RFC 3339.")
    @Nullable
    String sinceTime;

    /** Fails where flags contradict each other or cannot be read. */
    void check() {
        if (since != null && sinceTime != null) {
            throw new CommandFailure("at most one of `sinceTime` or `sinceDuration` may be specified");
        }
        if (!LEVELS.contains(level)) {
            throw new CommandFailure("unsupported log level '%s', must be one of: debug, info, error".formatted(level));
        }
        if (sinceTime != null) {
            try {
                OffsetDateTime.parse(sinceTime);
            } catch (DateTimeException none) {
                throw new CommandFailure(sinceTime + " is not a valid (RFC3339) time", none);
            }
        }
    }

    /** Which lines are shown. */
    Predicate<LogLine> filter(Session session) {
        String namespace = allNamespaces ? "" : session.namespace();
        return line -> (level.isEmpty() || level.equals(line.level()))
                && (kind.isEmpty()
                        || kind.equalsIgnoreCase(line.kind())
                        || kind.equalsIgnoreCase(line.controllerKind()))
                && (name.isEmpty() || name.equalsIgnoreCase(line.name()))
                && (allNamespaces || namespace.equalsIgnoreCase(line.namespace()));
    }
}
