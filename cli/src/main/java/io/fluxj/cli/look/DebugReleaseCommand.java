package io.fluxj.cli.look;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Documents;
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

/** {@code debug helmrelease NAME}. What Secrets hold is printed with {@code --show-values}, for that is what it is for. */
@Command(
        name = "helmrelease",
        aliases = {"helmreleases", "hr"},
        description = "Shows the inside of a HelmRelease. With --show-values also what its Secrets hold.")
final class DebugReleaseCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DebugFlags flags = new DebugFlags();

    @Option(names = "--show-values", description = "Show the values that the chart gets.")
    private boolean values;

    DebugReleaseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String name = flags.name(FluxKind.HELM_RELEASE);
        if (!flags.status && !values && !flags.history) {
            throw new CommandFailure("either --show-status, --show-values or --show-history must be set");
        }
        FluxObject object = new Objects(session).get(FluxKind.HELM_RELEASE, session.namespace(), name);
        List<String> documents = new ArrayList<>();
        if (flags.status) {
            documents.add(Documents.yaml(object.at("/status")));
        }
        if (values) {
            documents.add(new ComposedValues(new ClusterConfigs(session.client())).yaml(object));
        }
        if (flags.history) {
            documents.add(Documents.yaml(object.at("/status/history")));
        }
        session.terminal().out().print(String.join("---\n", documents));
        return 0;
    }
}
