package io.fluxj.cli.act;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.ReconcileRequest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code resume KIND NAME...}: ends a suspension; of a single object it waits until it is ready. */
@Command(description = "Resumes these objects. A single one is waited for, several with --wait.")
final class ResumeCommand implements Callable<Integer> {
    private static final String PATCH = "{\"spec\":{\"suspend\":false}}";

    private final Session session;
    private final FluxKind kind;

    @Mixin
    private final NamedObjects named = new NamedObjects();

    @Option(names = "--wait", description = "Wait until the objects are reconciled.")
    private @Nullable Boolean wait;

    ResumeCommand(Session session, FluxKind kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        List<FluxObject> found = named.found(session, kind, "%s object '%s' not found in %s namespace");
        found.forEach(this::resume);
        boolean waits = wait == null ? named.single() : wait;
        boolean failed = found.size() < named.asked();
        if (waits && kind.reconciled()) {
            for (FluxObject object : found) {
                session.terminal().waiting("waiting for %s reconciliation".formatted(kind.kind()));
                failed |= !awaited(object);
            }
        }
        return failed ? CommandFailure.FAILED : 0;
    }

    private void resume(FluxObject object) {
        String spoken = kind.command().spoken();
        session.terminal()
                .action("resuming %s %s in %s namespace".formatted(spoken, object.name(), object.namespace()));
        new Objects(session).merge(kind, object.namespace(), object.name(), PATCH);
        session.terminal().success(spoken + " resumed");
    }

    private boolean awaited(FluxObject object) {
        try {
            FluxObject done = new ReconcileRequest(session).awaitDecided(kind, object.namespace(), object.name());
            Reconciling.requireReady(kind, done);
            session.terminal().success("%s %s reconciliation completed".formatted(kind.kind(), object.name()));
            session.terminal().success(SuccessMessage.of(kind, done));
            return true;
        } catch (CommandFailure failure) {
            session.terminal().failure(String.valueOf(failure.getMessage()));
            return false;
        }
    }
}
