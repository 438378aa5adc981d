package io.fluxj.cli.get;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code get kustomizations} and {@code get helmreleases}: what has a source. */
@Command(description = "Shows the objects of this kind and how they are.")
final class GetApplierCommand implements Callable<Integer> {

    @Mixin
    private final GetCommand command;

    @Option(names = "--show-source", description = "Show where each comes from.")
    private boolean showSource;

    GetApplierCommand(GetCommand command) {
        this.command = command;
    }

    @Override
    public Integer call() {
        command.showSource(showSource);
        return command.call();
    }
}
