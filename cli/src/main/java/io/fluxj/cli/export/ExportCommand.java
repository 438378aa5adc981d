package io.fluxj.cli.export;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code export KIND [NAME]}. */
@Command(description = "Print one object, or all of a namespace, without status and without what the server wrote.")
final class ExportCommand implements Callable<Integer> {
    private final Export export;

    @Mixin
    private final ExportFlags flags = new ExportFlags();

    ExportCommand(Session session, FluxKind kind) {
        this.export = new Export(session, kind);
    }

    @Override
    public Integer call() {
        flags.selected(export).forEach(export::print);
        return 0;
    }
}
