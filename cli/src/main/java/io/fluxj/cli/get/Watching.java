package io.fluxj.cli.get;

import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Table;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Namespaces;
import io.fluxj.cli.object.ObjectWatch;
import io.fluxj.cli.object.Objects;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code get --watch}: a line for each object that is there, and one for each change, until the command is stopped or {@code --timeout} is over. */
record Watching(Session session, FluxKind kind, GetFlags flags) {

    /** Prints until there is nothing more to come. */
    void print(Columns columns, @Nullable String name) {
        Namespaces namespaces = Namespaces.of(flags.allNamespaces, session.namespace());
        new ObjectWatch(session).follow(Objects.definition(kind), List.of(namespaces), options(name), printer(columns));
    }

    private ListOptions options(@Nullable String name) {
        return new ListOptionsBuilder()
                .withLabelSelector(flags.labels.isEmpty() ? null : flags.labels)
                .withFieldSelector(name == null ? null : "metadata.name=" + name)
                .build();
    }

    private Consumer<FluxObject> printer(Columns columns) {
        StatusSelector status = flags.status();
        boolean[] headed = {flags.noHeader};
        return object -> {
            if (status.selects(kind, object)) {
                Table table = headed[0] ? Table.plain() : Table.of(columns.headings());
                headed[0] = true;
                table.row(columns.row(object)).print(session.terminal().out());
            }
        };
    }
}
