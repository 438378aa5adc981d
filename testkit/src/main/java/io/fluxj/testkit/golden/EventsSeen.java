package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.testkit.EventSink;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The events about the objects of a scenario's namespaces, in the form in which they are recorded. */
final class EventsSeen {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String OUR_KINDS = ".toolkit.fluxcd.io/";

    private final Watched watched;
    private final EventSink sink;
    private final Set<String> namespaces;
    private final Map<String, String> before = new HashMap<>();
    private int postedBefore;

    EventsSeen(Watched watched, EventSink sink, Set<String> namespaces) {
        this.watched = watched;
        this.sink = sink;
        this.namespaces = Set.copyOf(namespaces);
    }

    /** What happened up to now belongs to earlier steps. */
    void startStep() {
        told().forEach(event ->
                before.put(event.getMetadata().getUid(), event.getMetadata().getResourceVersion()));
        postedBefore = sink.events().size();
    }

    private Stream<Event> told() {
        return namespaces.stream().flatMap(namespace -> watched.events(namespace).stream());
    }

    List<JsonNode> of(ExpectedEvents.Channel channel, ExpectedEvents.Span span) {
        boolean step = span == ExpectedEvents.Span.STEP;
        return switch (channel) {
            case POSTED -> posted(step ? postedBefore : 0, sink.events().size());
            case KUBERNETES -> kubernetes(step);
        };
    }

    private List<JsonNode> posted(int from, int to) {
        return sink.events().subList(from, to).stream()
                .filter(event -> namespaces.contains(
                        event.at("/involvedObject/namespace").asText()))
                .map(EventsSeen::posted)
                .toList();
    }

    private static JsonNode posted(JsonNode event) {
        JsonNode involved = event.path("involvedObject");
        ObjectNode seen = NODES.objectNode();
        seen.put(
                "object",
                involved.path("kind").asText() + "/" + involved.path("name").asText());
        for (String field :
                List.of("severity", "reason", "message", "metadata", "reportingController", EventMatch.WHEN)) {
            if (event.has(field)) {
                seen.set(field, event.get(field));
            }
        }
        return seen;
    }

    private List<JsonNode> kubernetes(boolean step) {
        Set<List<String>> earlier = step ? toldEarlier() : Set.of();
        return told().filter(event -> String.valueOf(event.getInvolvedObject().getApiVersion())
                        .contains(OUR_KINDS))
                .filter(event -> !step || !isBefore(event))
                .map(EventsSeen::kubernetes)
                .filter(event -> !earlier.contains(essence(event)))
                .toList();
    }

    /** What was told at the address in earlier steps and not in this one: its Event in the API belongs to them, too, however late that arrives. */
    private Set<List<String>> toldEarlier() {
        Set<List<String>> earlier = new HashSet<>();
        posted(0, postedBefore).forEach(event -> earlier.add(essence(event)));
        posted(postedBefore, sink.events().size()).forEach(event -> earlier.remove(essence(event)));
        return earlier;
    }

    private static List<String> essence(JsonNode event) {
        return List.of(
                event.path("object").asText(),
                event.path("reason").asText(),
                event.path("message").asText());
    }

    private boolean isBefore(Event event) {
        return event.getMetadata()
                .getResourceVersion()
                .equals(before.get(event.getMetadata().getUid()));
    }

    private static JsonNode kubernetes(Event event) {
        ObjectNode seen = NODES.objectNode();
        seen.put(
                "object",
                event.getInvolvedObject().getKind() + "/"
                        + event.getInvolvedObject().getName());
        seen.put("type", event.getType());
        seen.put("reason", event.getReason());
        seen.put("message", event.getMessage());
        seen.put("source", event.getSource().getComponent());
        seen.put("reportingComponent", event.getReportingComponent());
        seen.put("apiVersion", event.getInvolvedObject().getApiVersion());
        Map<String, String> annotations = event.getMetadata().getAnnotations();
        if (annotations != null) {
            ObjectNode all = seen.putObject("annotations");
            annotations.forEach(all::put);
        }
        return seen;
    }
}
