package io.fluxj.cli.look;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxEvents;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Namespaces;
import io.fluxj.cli.object.ObjectReference;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.References;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose Events are shown.
 *
 * @param namespaces where they are looked for
 * @param kind only of this kind; empty for all
 * @param objects only of these; empty for all of the kind
 */
record EventSubjects(List<Namespaces> namespaces, String kind, List<ObjectReference> objects) {

    static EventSubjects all(Namespaces namespaces) {
        return new EventSubjects(List.of(namespaces), "", List.of());
    }

    /** What {@code --for KIND/NAME} names, with what it comes from. */
    static EventSubjects named(Session session, String words, boolean allNamespaces) {
        String[] parts = words.split("/", 2);
        if (parts[0].isEmpty()) {
            throw new CommandFailure("--for selector must be of format <kind>[/<name>]");
        }
        FluxKind kind = FluxKind.named(parts[0])
                .orElseThrow(() -> new CommandFailure("'%s' is not a recognized Flux kind".formatted(parts[0])));
        Namespaces place = Namespaces.of(allNamespaces, session.namespace());
        if (parts.length == 1 || parts[1].isEmpty()) {
            return new EventSubjects(List.of(place), kind.kind(), List.of());
        }
        return allNamespaces
                ? new EventSubjects(
                        List.of(place), kind.kind(), List.of(new ObjectReference(kind.kind(), "", parts[1])))
                : withSources(kind, new Objects(session).get(kind, session.namespace(), parts[1]));
    }

    private static EventSubjects withSources(FluxKind kind, FluxObject object) {
        List<ObjectReference> objects = new ArrayList<>();
        objects.add(new ObjectReference(kind.kind(), object.namespace(), object.name()));
        References.chart(kind, object).ifPresent(objects::add);
        References.source(kind, object).ifPresent(objects::add);
        List<Namespaces> namespaces = objects.stream()
                .map(ObjectReference::namespace)
                .distinct()
                .map(name -> (Namespaces) new Namespaces.One(name))
                .toList();
        return new EventSubjects(namespaces, "", objects);
    }

    boolean acrossNamespaces() {
        return namespaces.size() > 1 || namespaces.stream().anyMatch(Namespaces.Every.class::isInstance);
    }

    boolean selects(FluxObject event) {
        String about = event.text("/involvedObject/kind");
        return FluxEvents.aboutFlux(event)
                && (kind.isEmpty() || kind.equals(about))
                && (objects.isEmpty() || objects.stream().anyMatch(object -> isAbout(event, object)));
    }

    private static boolean isAbout(FluxObject event, ObjectReference object) {
        return Stream.of(
                        event.text("/involvedObject/kind").equals(object.kind()),
                        event.text("/involvedObject/name").equals(object.name()),
                        object.namespace().isEmpty() || event.namespace().equals(object.namespace()))
                .allMatch(Boolean::booleanValue);
    }
}
