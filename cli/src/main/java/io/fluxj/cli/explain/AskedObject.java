package io.fluxj.cli.explain;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The object that a command of this family explains: {@code KIND NAME}. */
final class AskedObject {
    @Parameters(arity = "0..*", paramLabel = "KIND NAME", description = "The object.")
    private List<String> words = List.of();

    /** The object as it is in the cluster, with its kind. */
    record Found(FluxKind kind, FluxObject object) {}

    /** Looks it up. */
    Found in(Session session) {
        ObjectWords wanted = ObjectWords.parse(words);
        FluxObject object = new Objects(session).get(wanted.kind(), session.namespace(), wanted.name());
        return new Found(wanted.kind(), object);
    }
}
