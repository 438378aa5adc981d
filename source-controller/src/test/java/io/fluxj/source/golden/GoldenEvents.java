package io.fluxj.source.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Kubernetes Events and posted events, written as lines. Digests of files are left out: they hold for Go's deflate only. */
final class GoldenEvents {
    private final GoldenServers servers;
    private final Map<String, String> seen = new HashMap<>();
    private int posted;

    GoldenEvents(GoldenServers servers) {
        this.servers = servers;
    }

    /** What was recorded of Kubernetes Events. */
    static Set<String> expected(JsonNode events, String level, String metadata) {
        Set<String> lines = new TreeSet<>();
        for (JsonNode event : events) {
            lines.add(line(
                    event.path("object").asText(),
                    event.path(level).asText(),
                    event.path("reason").asText(),
                    event.path("message").asText(),
                    fields(event.path(metadata))));
        }
        return lines;
    }

    /** Those of the namespace that appeared or were repeated since {@link #startStep}. */
    Set<String> appeared(List<Event> events) {
        Set<String> lines = new TreeSet<>();
        for (Event event : events) {
            if (!event.getMetadata()
                    .getResourceVersion()
                    .equals(seen.get(event.getMetadata().getUid()))) {
                lines.add(line(event));
            }
        }
        return lines;
    }

    /** Those posted about the namespace since {@link #startStep}. */
    Set<String> posted(List<JsonNode> events, String namespace) {
        Set<String> lines = new TreeSet<>();
        for (JsonNode event : events.subList(posted, events.size())) {
            JsonNode object = event.path("involvedObject");
            if (object.path("namespace").asText().equals(namespace)) {
                lines.add(line(
                        object.path("kind").asText() + "/" + object.path("name").asText(),
                        event.path("severity").asText(),
                        event.path("reason").asText(),
                        servers.generalize(event.path("message").asText()),
                        fields(event.path("metadata"))));
            }
        }
        return lines;
    }

    /** What happened up to now belongs to earlier steps. */
    void startStep(List<Event> events, List<JsonNode> posts) {
        events.forEach(event ->
                seen.put(event.getMetadata().getUid(), event.getMetadata().getResourceVersion()));
        posted = posts.size();
    }

    private String line(Event event) {
        Map<String, String> annotations = event.getMetadata().getAnnotations();
        return line(
                event.getInvolvedObject().getKind() + "/"
                        + event.getInvolvedObject().getName(),
                event.getType(),
                event.getReason(),
                servers.generalize(event.getMessage()),
                annotations == null ? new TreeMap<>() : new TreeMap<>(annotations));
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new TreeMap<>();
        node.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static String line(String object, String level, String reason, String message, Map<String, String> fields) {
        Map<String, String> kept = new TreeMap<>(fields);
        kept.computeIfPresent("source.toolkit.fluxcd.io/digest", (key, digest) -> "<digest>");
        return object + " " + level + " " + reason + " " + GoldenText.comparable(message) + " " + kept;
    }
}
