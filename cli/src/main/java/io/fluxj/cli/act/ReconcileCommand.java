package io.fluxj.cli.act;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reconcile KIND NAME}: asks for a pass over one object at once, and waits for it. */
@Command(description = "Asks for this object to be reconciled at once, and waits until it is.")
final class ReconcileCommand implements Callable<Integer> {
    private final Session session;
    private final FluxKind kind;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The name of the object.")
    private @Nullable String name;

    ReconcileCommand(Session session, FluxKind kind) {
        this.session = session;
        this.kind = kind;
    }

    /** The name given. */
    String name() {
        if (name == null) {
            throw new CommandFailure(kind.kind() + " name is required");
        }
        return name;
    }

    @Override
    public Integer call() {
        new Reconciling(session).run(kind, session.namespace(), name(), List.of());
        return 0;
    }
}
