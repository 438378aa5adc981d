package io.fluxj.cli.act;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reconcile kustomization} and {@code reconcile source chart}: what uses a source, which may be reconciled before it. */
@Command(description = "Asks for this object to be reconciled at once, and waits until it is.")
final class ReconcileUserCommand implements Callable<Integer> {
    private final Session session;
    private final FluxKind kind;

    @Mixin
    private final ReconcileCommand command;

    @Option(names = "--with-source", description = "First reconcile the source that it comes from.")
    private boolean withSource;

    ReconcileUserCommand(Session session, FluxKind kind) {
        this.session = session;
        this.kind = kind;
        this.command = new ReconcileCommand(session, kind);
    }

    @Override
    public Integer call() {
        if (withSource) {
            FluxObject object = new Objects(session).get(kind, session.namespace(), command.name());
            new SourceFirst(session).run(kind, object);
        }
        new Reconciling(session).run(kind, session.namespace(), command.name(), List.of());
        return 0;
    }
}
