package io.fluxj.cli.act;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code delete KIND NAME}: deletes an object after a question. What a Kustomization with {@code prune} or a HelmRelease brought goes with it. */
@Command(description = "Deletes this object, after a question unless --silent is given.")
final class DeleteCommand implements Callable<Integer> {
    private final Session session;
    private final FluxKind kind;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The name of the object.")
    private @Nullable String name;

    @Option(
            names = {"-s", "--silent"},
            description = "Delete without asking.")
    private boolean silent;

    DeleteCommand(Session session, FluxKind kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        String spoken = kind.command().spoken();
        if (name == null) {
            throw new CommandFailure(spoken + " name is required");
        }
        String namespace = session.namespace();
        new Objects(session).get(kind, namespace, name);
        if (!silent && !session.terminal().confirm("Are you sure you want to delete this " + spoken + "?")) {
            throw new CommandFailure("aborting");
        }
        session.terminal().action("deleting %s %s in %s namespace".formatted(spoken, name, namespace));
        new Objects(session).resource(kind, namespace, name).delete();
        session.terminal().success(spoken + " deleted");
        return 0;
    }
}
