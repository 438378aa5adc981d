package io.fluxj.cli.act;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code suspend KIND NAME...}: nothing is done for the objects any more until they are resumed. */
@Command(description = "Suspends these objects: nothing is applied, fetched or pruned for them until they are resumed.")
final class SuspendCommand implements Callable<Integer> {
    private static final String PATCH = "{\"spec\":{\"suspend\":true}}";

    private final Session session;
    private final FluxKind kind;

    @Mixin
    private final NamedObjects named = new NamedObjects();

    SuspendCommand(Session session, FluxKind kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        List<FluxObject> found = named.found(session, kind, "%s %s not found in %s namespace");
        String spoken = kind.command().spoken();
        for (FluxObject object : found) {
            session.terminal()
                    .action("suspending %s %s in %s namespace".formatted(spoken, object.name(), object.namespace()));
            new Objects(session).merge(kind, object.namespace(), object.name(), PATCH);
            session.terminal().success(spoken + " suspended");
        }
        return found.size() < named.asked() ? CommandFailure.FAILED : 0;
    }
}
