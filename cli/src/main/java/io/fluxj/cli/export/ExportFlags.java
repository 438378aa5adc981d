package io.fluxj.cli.export;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.object.FluxObject;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which objects are printed. */
final class ExportFlags {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The object's name.")
    private String name = "";

    @Option(names = "--all", description = "All of the namespace.")
    private boolean all;

    List<FluxObject> selected(Export export) {
        if (all) {
            return export.all();
        }
        if (name.isEmpty()) {
            throw new CommandFailure("name is required; or print all of the namespace by --all");
        }
        return List.of(export.one(name));
    }
}
