package io.fluxj.cli.look;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Table;
import io.fluxj.cli.object.FluxEvents;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Namespaces;
import io.fluxj.cli.object.ObjectWatch;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code events}: Kubernetes Events about Flux's objects; of one object also those of what it comes from. */
@Command(name = "events", description = "Shows what happened to Flux's objects: their Kubernetes Events.")
final class EventsCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Look at all namespaces.")
    private boolean allNamespaces;

    @Option(
            names = "--for",
            paramLabel = "KIND[/NAME]",
            description = "Only Events of these objects; of a single one also those of its source.")
    private @Nullable String subject;

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TYPE",
            description = "Only Events of these types: Normal, Warning.")
    private List<String> types = List.of();

    @Option(
            names = {"-w", "--watch"},
            description = "Go on with every new Event.")
    private boolean watch;

    EventsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        types.stream()
                .filter(type -> !type.equalsIgnoreCase("Normal") && !type.equalsIgnoreCase("Warning"))
                .findFirst()
                .ifPresent(type -> {
                    throw new CommandFailure(
                            "type '%s' not supported. Supported types are Normal, Warning".formatted(type));
                });
        EventSubjects subjects = subject == null
                ? EventSubjects.all(Namespaces.of(allNamespaces, session.namespace()))
                : EventSubjects.named(session, subject, allNamespaces);
        if (watch) {
            follow(subjects);
        } else {
            print(subjects);
        }
        return 0;
    }

    private boolean selects(EventSubjects subjects, FluxObject event) {
        return subjects.selects(event)
                && (types.isEmpty() || types.stream().anyMatch(event.text("/type")::equalsIgnoreCase));
    }

    private void print(EventSubjects subjects) {
        List<FluxObject> found = new FluxEvents(session)
                .in(subjects.namespaces()).stream()
                        .filter(event -> selects(subjects, event))
                        .toList();
        if (found.isEmpty()) {
            session.terminal()
                    .failure(
                            allNamespaces
                                    ? "No events found."
                                    : "No events found in %s namespace.".formatted(session.namespace()));
            return;
        }
        Table table = Table.of(headings(subjects));
        found.forEach(event -> table.row(row(subjects, event)));
        table.print(session.terminal().out());
    }

    private void follow(EventSubjects subjects) {
        boolean[] headed = {false};
        Consumer<FluxObject> printer = event -> {
            if (selects(subjects, event)) {
                Table table = headed[0] ? Table.plain() : Table.of(headings(subjects));
                headed[0] = true;
                table.row(row(subjects, event)).print(session.terminal().out());
            }
        };
        new ObjectWatch(session)
                .follow(FluxEvents.DEFINITION, subjects.namespaces(), new ListOptionsBuilder().build(), printer);
    }

    private static List<String> headings(EventSubjects subjects) {
        return subjects.acrossNamespaces()
                ? List.of("Namespace", "Last seen", "Type", "Reason", "Object", "Message")
                : List.of("Last seen", "Type", "Reason", "Object", "Message");
    }

    private List<String> row(EventSubjects subjects, FluxObject event) {
        List<String> row = List.of(
                event.namespace(),
                FluxEvents.lastSeen(event, session.clock().instant()),
                event.text("/type"),
                event.text("/reason"),
                event.text("/involvedObject/kind") + "/" + event.text("/involvedObject/name"),
                event.text("/message"));
        return subjects.acrossNamespaces() ? row : row.subList(1, row.size());
    }
}
