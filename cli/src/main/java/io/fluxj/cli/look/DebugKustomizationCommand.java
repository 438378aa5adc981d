package io.fluxj.cli.look;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Documents;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import io.fluxj.manifest.postbuild.VariableLoader;
import io.fluxj.manifest.postbuild.Variables;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code debug kustomization NAME}. What Secrets hold is printed with {@code --show-vars}, for that is what it is for. */
@Command(
        name = "kustomization",
        aliases = {"kustomizations", "ks"},
        description = "Shows the inside of a Kustomization. With --show-vars also what its Secrets hold.")
final class DebugKustomizationCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DebugFlags flags = new DebugFlags();

    @Option(names = "--show-vars", description = "Show the variables for substitution, as a dotenv file.")
    private boolean variables;

    DebugKustomizationCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String name = flags.name(FluxKind.KUSTOMIZATION);
        if (Stream.of(flags.status, variables, flags.history)
                        .filter(Boolean::booleanValue)
                        .count()
                != 1) {
            throw new CommandFailure("either --show-status, --show-vars or --show-history must be set");
        }
        FluxObject object = new Objects(session).get(FluxKind.KUSTOMIZATION, session.namespace(), name);
        if (variables) {
            printVariables(name);
        } else {
            session.terminal().out().print(Documents.yaml(object.at(flags.status ? "/status" : "/status/history")));
        }
        return 0;
    }

    private void printVariables(String kustomization) {
        Kustomization typed = session.client()
                .resources(Kustomization.class)
                .inNamespace(session.namespace())
                .withName(kustomization)
                .require();
        Variables found = new VariableLoader(new ClusterConfigs(session.client()))
                .load(typed.getSpec().postBuild(), session.namespace());
        if (!found.problem().isEmpty()) {
            throw new CommandFailure(found.problem());
        }
        found.values().forEach((key, value) -> session.terminal().out().println(key + "=" + value));
    }
}
