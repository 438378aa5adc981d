package io.fluxj.cli.get;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that all of {@code get} takes. */
final class GetFlags {

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Look at all namespaces.")
    boolean allNamespaces;

    @Option(names = "--no-header", description = "Leave the headings out.")
    boolean noHeader;

    @Option(
            names = {"-w", "--watch"},
            description = "Go on with every change.")
    boolean watch;

    @Option(
            names = "--status-selector",
            paramLabel = "TYPE=STATUS",
            description = "Only objects with this condition, for example ready=false or ready!=true.")
    @Nullable
    String statusSelector;

    @Option(
            names = {"-l", "--label-selector"},
            paramLabel = "SELECTOR",
            description = "Only objects with these labels, for example team=web.")
    String labels = "";

    /** What {@code --status-selector} asks for. */
    StatusSelector status() {
        return statusSelector == null ? StatusSelector.ALL : StatusSelector.parse(statusSelector);
    }
}
