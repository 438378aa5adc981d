package io.fluxj.cli.get;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Table;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.FluxObject.Condition;
import io.fluxj.cli.object.Namespaces;
import io.fluxj.cli.object.Objects;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code get all}, {@code get sources all}, {@code get images all}: a table for each kind that has objects; kinds that the cluster does not have are passed over. */
@Command(name = "all", description = "Shows the objects of all these kinds and how they are.")
final class GetAllCommand implements Callable<Integer> {
    private final Session session;
    private final List<FluxKind> kinds;

    @Mixin
    private final GetFlags flags = new GetFlags();

    @Option(names = "--problems", description = "Only objects that are not ready, suspended ones among them.")
    private boolean problems;

    GetAllCommand(Session session, List<FluxKind> kinds) {
        this.session = session;
        this.kinds = kinds;
    }

    @Override
    public Integer call() {
        if (flags.watch) {
            throw new CommandFailure("expected a single resource type, but found all");
        }
        long shown = 0;
        int failed = 0;
        for (FluxKind kind : kinds) {
            try {
                shown += print(kind);
            } catch (KubernetesClientException failure) {
                if (failure.getStatus() == null || failure.getCode() == 401) {
                    throw failure;
                }
                session.terminal().failure(failure.getStatus().getMessage());
                failed++;
            }
        }
        if (problems && shown == 0 && failed == 0) {
            session.terminal().success("no problems found");
        }
        return failed == kinds.size() ? CommandFailure.FAILED : 0;
    }

    private int print(FluxKind kind) {
        StatusSelector status = flags.status();
        Namespaces namespaces = Namespaces.of(flags.allNamespaces, session.namespace());
        List<FluxObject> found = new Objects(session)
                .listIfServed(kind, new Objects.Selection(namespaces, flags.labels))
                .orElse(List.of());
        List<FluxObject> rows = found.stream()
                .filter(object -> status.selects(kind, object))
                .filter(object -> !problems || isProblem(kind, object))
                .toList();
        if (!rows.isEmpty()) {
            print(kind, rows);
        }
        return rows.size();
    }

    private void print(FluxKind kind, List<FluxObject> rows) {
        Columns columns = Columns.of(kind, false).withKind(kind);
        Columns shown = flags.allNamespaces ? columns.acrossNamespaces() : columns;
        Table table = flags.noHeader ? Table.plain() : Table.of(shown.headings());
        rows.forEach(object -> table.row(shown.row(object)));
        table.print(session.terminal().out());
        session.terminal().out().println();
    }

    private static boolean isProblem(FluxKind kind, FluxObject object) {
        boolean ready = object.condition("Ready").filter(Condition::isTrue).isPresent();
        return object.suspended() || !(ready || object.unattended(kind));
    }
}
