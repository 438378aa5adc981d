package io.fluxj.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.cli.explain.Chain.Link;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Table;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.Age;
import io.fluxj.cli.object.FluxEvents;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.ObjectReference;
import io.fluxj.cli.object.References;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** The page that {@code describe} prints; sections that have nothing to say are left out. */
record Page(Session session, FluxKind kind, FluxObject object) {
    private static final int LAST_EVENTS = 10;
    private static final int LAST_CHANGES = 5;

    void print() {
        PrintStream out = session.terminal().out();
        Verdict verdict = Verdict.of(kind, object);
        out.printf("%s %s is %s%n", verdict.symbol(), object.reference(), verdict.words());
        section("Summary", Summary.of(kind, object).table());
        section("Conditions", conditions());
        section("Needs", needs());
        new BroughtObjects(session).print(kind, object);
        section("History", history());
        section("Events", events());
    }

    private void section(String heading, Table table) {
        if (!table.isEmpty()) {
            session.terminal().out().printf("%n%s:%n", heading);
            table.print(session.terminal().out());
        }
    }

    private Table conditions() {
        Table table = Table.of(List.of("Type", "Status", "Reason", "Since", "Message"));
        object.conditions()
                .forEach(each -> table.row(List.of(
                        each.type(),
                        each.status(),
                        each.reason(),
                        Age.since(each.since(), session.clock().instant()),
                        each.message())));
        return table;
    }

    /** What it needs with all that those need in turn, as far as they are not ready. */
    private Table needs() {
        Table table = Table.plain();
        Chain chain = new Chain(session);
        for (ObjectReference reference : References.needed(kind, object)) {
            chain.look(reference)
                    .ifPresentOrElse(
                            link -> table.row(List.of(told(link) + further(chain, link))),
                            () -> table.row(List.of("  " + reference)));
        }
        return table;
    }

    private static String told(Link link) {
        return switch (link) {
            case Link.Missing missing -> "✗ %s does not exist".formatted(missing.reference());
            case Link.Present present ->
                "%s %s is %s"
                        .formatted(
                                present.verdict().symbol(),
                                present.reference(),
                                present.verdict().words());
        };
    }

    private static String further(Chain chain, Link link) {
        if (!(link instanceof Link.Present present)) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        List<Link> links = chain.from(present.kind(), present.object());
        for (int depth = 1; depth < links.size(); depth++) {
            text.append('\n').append("   ".repeat(depth)).append("└─ needs ").append(told(links.get(depth)));
        }
        return text.toString();
    }

    private Table history() {
        Table table = Table.of(
                kind == FluxKind.HELM_RELEASE
                        ? List.of("Version", "Chart", "Status", "Deployed")
                        : List.of("Revision", "Status", "Last", "Times"));
        object.elements("/status/history").limit(LAST_CHANGES).map(this::change).forEach(table::row);
        return table;
    }

    private List<String> change(JsonNode entry) {
        return kind == FluxKind.HELM_RELEASE
                ? List.of(
                        "v" + entry.path("version").asText(""),
                        entry.path("chartName").asText("") + "@"
                                + entry.path("chartVersion").asText(""),
                        entry.path("status").asText(""),
                        Age.since(
                                        entry.path("lastDeployed").asText(""),
                                        session.clock().instant()) + " ago")
                : List.of(
                        entry.path("metadata")
                                .path("revision")
                                .asText(entry.path("digest").asText("")),
                        entry.path("lastReconciledStatus").asText(""),
                        Age.since(
                                        entry.path("lastReconciled").asText(""),
                                        session.clock().instant()) + " ago",
                        entry.path("totalReconciliations").asText(""));
    }

    private Table events() {
        List<FluxObject> all = new FluxEvents(session).about(object);
        Stream<FluxObject> last = all.stream().skip(Math.max(0, all.size() - LAST_EVENTS));
        Table table = Table.of(List.of("Last seen", "Type", "Reason", "Message"));
        last.forEach(event -> table.row(List.of(
                FluxEvents.lastSeen(event, session.clock().instant()),
                event.text("/type"),
                event.text("/reason"),
                event.text("/message"))));
        return table;
    }
}
