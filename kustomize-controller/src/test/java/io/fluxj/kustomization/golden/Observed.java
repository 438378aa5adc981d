package io.fluxj.kustomization.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.testkit.EventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one scenario can see, in the form in which it was recorded. */
final class Observed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesClient client;
    private final EventSink events;
    private final Scenario scenario;
    private final Wording wording;

    Observed(KubernetesClient client, EventSink events, Scenario scenario, Wording wording) {
        this.client = client;
        this.events = events;
        this.scenario = scenario;
        this.wording = wording;
    }

    /** The Kustomization as recorded scenarios show it; null when it is gone. */
    @Nullable
    JsonNode kustomization(String name) {
        Kustomization object = client.resources(Kustomization.class)
                .inNamespace(scenario.namespace())
                .withName(name)
                .get();
        if (object == null) {
            return null;
        }
        ObjectNode seen = JSON.createObjectNode();
        seen.put("generation", object.getMetadata().getGeneration());
        if (!object.getMetadata().getFinalizers().isEmpty()) {
            object.getMetadata().getFinalizers().forEach(seen.withArrayProperty("finalizers")::add);
        }
        seen.set("status", status(JSON.valueToTree(object.getStatus())));
        return seen;
    }

    private JsonNode status(JsonNode status) {
        for (JsonNode condition : status.path("conditions")) {
            ((ObjectNode) condition).remove("lastTransitionTime");
            ((ObjectNode) condition)
                    .put("message", wording.actual(condition.path("message").asText()));
        }
        for (JsonNode entry : status.path("history")) {
            ((ObjectNode) entry).remove(List.of("firstReconciled", "lastReconciled", "lastReconciledDuration"));
        }
        return status;
    }

    /** Events posted so far, by name of the Kustomization. */
    Map<String, List<JsonNode>> events() {
        Map<String, List<JsonNode>> byName = new TreeMap<>();
        for (JsonNode event : events.events()) {
            JsonNode involved = event.path("involvedObject");
            if (involved.path("namespace").asText().equals(scenario.namespace())
                    && involved.path("kind").asText().equals("Kustomization")) {
                String name = involved.path("name").asText();
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(event(name, event));
            }
        }
        return byName;
    }

    private ObjectNode event(String name, JsonNode event) {
        ObjectNode seen = JSON.createObjectNode();
        seen.put("name", name);
        seen.set("severity", event.path("severity"));
        seen.set("reason", event.path("reason"));
        seen.put("message", wording.actual(event.path("message").asText()));
        if (!event.path("metadata").isEmpty()) {
            seen.set("metadata", event.path("metadata"));
        }
        seen.set("reportingController", event.path("reportingController"));
        return seen;
    }

    /** Recorded events of a step, by name, in our wording. */
    Map<String, List<JsonNode>> recordedEvents(JsonNode expected) {
        Map<String, List<JsonNode>> byName = new TreeMap<>();
        for (JsonNode event : expected.path("events")) {
            ObjectNode wanted = event.deepCopy();
            wanted.put("message", wording.recorded(event.path("message").asText()));
            byName.computeIfAbsent(event.path("name").asText(), key -> new ArrayList<>())
                    .add(wanted);
        }
        return byName;
    }

    /**
     * Events of the API, each distinct one once.
     *
     * @param revision stands for {@code recorded}, which differs where files contain addresses
     */
    Set<String> kubernetesEvents(String revision, String recorded) {
        Set<String> seen = new TreeSet<>();
        client.v1().events().inNamespace(scenario.namespace()).list().getItems().stream()
                .filter(event ->
                        "Kustomization".equals(event.getInvolvedObject().getKind()))
                .forEach(event -> seen.add(String.join(
                        "|",
                        event.getInvolvedObject().getName(),
                        event.getType(),
                        event.getReason(),
                        wording.actual(event.getMessage()),
                        String.valueOf(new TreeMap<>(Objects.requireNonNullElse(
                                event.getMetadata().getAnnotations(), Map.<String, String>of()))),
                        event.getSource().getComponent(),
                        event.getReportingComponent(),
                        event.getInvolvedObject().getApiVersion())));
        return revision.isEmpty()
                ? seen
                : seen.stream().map(text -> text.replace(revision, recorded)).collect(Collectors.toSet());
    }

    /** The recorded ones in our wording. */
    Set<String> recordedKubernetesEvents() {
        Set<String> recorded = new TreeSet<>();
        for (JsonNode event : scenario.document().path("kubernetesEvents")) {
            Map<String, String> annotations = new TreeMap<>();
            event.path("annotations")
                    .properties()
                    .forEach(entry ->
                            annotations.put(entry.getKey(), entry.getValue().asText()));
            recorded.add(String.join(
                    "|",
                    event.path("name").asText(),
                    event.path("type").asText(),
                    event.path("reason").asText(),
                    wording.recorded(event.path("message").asText()),
                    annotations.toString(),
                    event.path("source").asText(),
                    event.path("reportingComponent").asText(),
                    event.path("apiVersion").asText()));
        }
        return recorded;
    }

    /** A recorded Kustomization in our wording. */
    JsonNode recorded(JsonNode kustomization) {
        JsonNode wanted = kustomization.deepCopy();
        for (JsonNode condition : wanted.path("status").path("conditions")) {
            ((ObjectNode) condition)
                    .put("message", wording.recorded(condition.path("message").asText()));
        }
        return wanted;
    }
}
