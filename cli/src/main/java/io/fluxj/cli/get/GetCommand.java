package io.fluxj.cli.get;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Table;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Namespaces;
import io.fluxj.cli.object.Objects;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code get KIND [NAME]}: a table of the objects of one kind. */
@Command(description = "Shows the objects of this kind and how they are.")
final class GetCommand implements Callable<Integer> {
    private final Session session;
    private final FluxKind kind;

    @Mixin
    private final GetFlags flags = new GetFlags();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only the object of this name.")
    private @Nullable String name;

    private boolean withSource;

    GetCommand(Session session, FluxKind kind) {
        this.session = session;
        this.kind = kind;
    }

    /** Whether {@code --show-source} was given. */
    void showSource(boolean show) {
        withSource = show;
    }

    @Override
    public Integer call() {
        StatusSelector status = flags.status();
        Columns columns = Columns.of(kind, withSource);
        Columns shown = flags.allNamespaces ? columns.acrossNamespaces() : columns;
        if (flags.watch) {
            new Watching(session, kind, flags).print(shown, name);
            return 0;
        }
        List<FluxObject> found = found();
        if (found.isEmpty()) {
            throw nothing();
        }
        Table table = flags.noHeader ? Table.plain() : Table.of(shown.headings());
        found.stream()
                .filter(object -> status.selects(kind, object))
                .map(shown::row)
                .forEach(table::row);
        table.print(session.terminal().out());
        return 0;
    }

    private List<FluxObject> found() {
        Namespaces namespaces = Namespaces.of(flags.allNamespaces, session.namespace());
        return new Objects(session)
                .list(kind, new Objects.Selection(namespaces, flags.labels)).stream()
                        .filter(object -> name == null || object.name().equals(name))
                        .toList();
    }

    private CommandFailure nothing() {
        if (name != null && !flags.allNamespaces) {
            return new Objects(session).notFound(kind, session.namespace(), name);
        }
        String where = flags.allNamespaces ? "any" : "\"" + session.namespace() + "\"";
        return new CommandFailure(
                name == null
                        ? "no %s objects found in %s namespace".formatted(kind.kind(), where)
                        : "%s object '%s' not found in any namespace".formatted(kind.kind(), name));
    }
}
