package io.fluxj.cli.look;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Documents;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tree kustomization NAME}: what an object brought, and what that brought. */
@Command(description = "Shows what this object brought into the cluster, as a tree.")
final class TreeCommand implements Callable<Integer> {
    private final Session session;
    private final FluxKind kind;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The name of the object.")
    private @Nullable String name;

    @Option(names = "--compact", description = "Only Flux's own objects.")
    private boolean compact;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "json or yaml instead of a drawing.")
    private String output = "";

    TreeCommand(Session session, FluxKind kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        if (name == null) {
            throw new CommandFailure(kind.command().name() + " name is required");
        }
        Tree tree = new Trees(session, compact).of(kind, new Objects(session).get(kind, session.namespace(), name));
        session.terminal()
                .out()
                .println(
                        switch (output) {
                            case "" -> tree.drawn();
                            case "json" -> Documents.json(tree.json()).stripTrailing();
                            case "yaml" -> Documents.yaml(tree.json());
                            default ->
                                throw new CommandFailure(
                                        "unsupported output '%s', must be one of: json, yaml".formatted(output));
                        });
        return 0;
    }
}
