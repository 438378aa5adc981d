package io.fluxj.cli.act;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code suspend} and {@code resume} act on: objects by their names, or all of a namespace. */
final class NamedObjects {

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "The names of the objects.")
    private @Nullable List<String> names;

    @Option(names = "--all", description = "All objects of this kind in the namespace.")
    private boolean all;

    /** Whether exactly one object was named. */
    boolean single() {
        return names != null && names.size() == 1;
    }

    /**
     * The objects, each once; of a name that is not there the user is told, and the others are acted on nonetheless.
     *
     * @param missing how it is told, with the places of kind, name and namespace
     */
    List<FluxObject> found(Session session, FluxKind kind, String missing) {
        if (names == null && !all) {
            throw new CommandFailure(kind.command().spoken() + " name is required");
        }
        Objects objects = new Objects(session);
        String namespace = session.namespace();
        if (names == null) {
            List<FluxObject> found = objects.list(kind, Objects.Selection.of(namespace));
            if (found.isEmpty()) {
                throw new CommandFailure("no %s objects found in %s namespace".formatted(kind.kind(), namespace));
            }
            return found;
        }
        List<FluxObject> found = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            objects.find(kind, namespace, name).ifPresentOrElse(found::add, () -> session.terminal()
                    .failure(missing.formatted(kind.kind(), name, namespace)));
        }
        return found;
    }

    /** How many were asked for by name. */
    int asked() {
        return names == null ? 0 : new LinkedHashSet<>(names).size();
    }
}
