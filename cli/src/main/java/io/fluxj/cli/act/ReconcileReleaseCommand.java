package io.fluxj.cli.act;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reconcile helmrelease}. */
@Command(description = "Asks for this release to be reconciled at once, and waits until it is.")
final class ReconcileReleaseCommand implements Callable<Integer> {
    private static final FluxKind KIND = FluxKind.HELM_RELEASE;

    private final Session session;

    @Mixin
    private final ReconcileCommand command;

    @Option(names = "--with-source", description = "First reconcile the source that its chart comes from.")
    private boolean withSource;

    @Option(names = "--force", description = "Install or upgrade once though nothing changed.")
    private boolean force;

    @Option(names = "--reset", description = "Forget the failures so far, so that it is tried again.")
    private boolean reset;

    ReconcileReleaseCommand(Session session) {
        this.session = session;
        this.command = new ReconcileCommand(session, KIND);
    }

    @Override
    public Integer call() {
        FluxObject before = new Objects(session).get(KIND, session.namespace(), command.name());
        if (withSource) {
            new SourceFirst(session).run(KIND, before);
        }
        List<String> also = new ArrayList<>();
        if (force) {
            also.add("reconcile.fluxcd.io/forceAt");
        }
        if (reset) {
            also.add("reconcile.fluxcd.io/resetAt");
        }
        FluxObject after = new Reconciling(session).run(KIND, session.namespace(), command.name(), also);
        if (!force && release(before) != 0 && release(before) == release(after)) {
            session.terminal().success("the release was in sync already; --force upgrades it nonetheless");
        }
        return 0;
    }

    private static long release(FluxObject object) {
        return object.at("/status/history/0/version").asLong();
    }
}
