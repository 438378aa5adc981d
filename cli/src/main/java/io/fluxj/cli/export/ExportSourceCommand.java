package io.fluxj.cli.export;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export source KIND [NAME]}. */
@Command(description = "Print one source, or all of a namespace, without status and without what the server wrote.")
final class ExportSourceCommand implements Callable<Integer> {
    private final Export export;

    @Mixin
    private final ExportFlags flags = new ExportFlags();

    @Option(names = "--with-credentials", description = "Print the Secrets, too, by which they are read.")
    private boolean withCredentials;

    ExportSourceCommand(Session session, FluxKind kind) {
        this.export = new Export(session, kind);
    }

    @Override
    public Integer call() {
        for (FluxObject source : flags.selected(export)) {
            export.print(source);
            if (withCredentials) {
                export.printSecret(source);
            }
        }
        return 0;
    }
}
