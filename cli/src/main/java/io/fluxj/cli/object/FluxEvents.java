package io.fluxj.cli.object;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Kubernetes Events about Flux's objects. */
public record FluxEvents(Session session) {
    /** How the client finds Events. */
    public static final ResourceDefinitionContext DEFINITION = new ResourceDefinitionContext.Builder()
            .withVersion("v1")
            .withKind("Event")
            .withPlural("events")
            .withNamespaced(true)
            .build();

    /** Those in these namespaces, the oldest first. */
    public List<FluxObject> in(List<Namespaces> places) {
        Objects objects = new Objects(session);
        return places.stream()
                .flatMap(place -> objects.list(DEFINITION, new Objects.Selection(place, "")).stream())
                .filter(FluxEvents::aboutFlux)
                .sorted(Comparator.comparing(FluxEvents::moment))
                .toList();
    }

    /** Those about one object, the oldest first. */
    public List<FluxObject> about(FluxObject object) {
        return in(List.of(new Namespaces.One(object.namespace()))).stream()
                .filter(event -> event.text("/involvedObject/kind").equals(object.kind()))
                .filter(event -> event.text("/involvedObject/name").equals(object.name()))
                .toList();
    }

    /** Whether the kind that an Event is about is one of Flux's. */
    public static boolean aboutFlux(FluxObject event) {
        return FluxKind.ofKind(event.text("/involvedObject/kind")).isPresent();
    }

    /** When it was seen last, and how often since when: {@code 5m (x3 over 20m)}. */
    public static String lastSeen(FluxObject event, Instant now) {
        String first = Age.since(first(event, "/eventTime", "/firstTimestamp"), now);
        long series = event.at("/series/count").asLong();
        if (series > 0) {
            return "%s (x%d over %s)".formatted(Age.since(event.text("/series/lastObservedTime"), now), series, first);
        }
        long count = event.at("/count").asLong();
        return count > 1
                ? "%s (x%d over %s)".formatted(Age.since(event.text("/lastTimestamp"), now), count, first)
                : first;
    }

    private static String moment(FluxObject event) {
        return first(event, "/series/lastObservedTime", "/lastTimestamp", "/eventTime");
    }

    private static String first(FluxObject event, String... pointers) {
        return Stream.of(pointers)
                .map(event::text)
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .findFirst()
                .orElse("");
    }
}
