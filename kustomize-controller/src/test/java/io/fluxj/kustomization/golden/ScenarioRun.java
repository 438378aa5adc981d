package io.fluxj.kustomization.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.testkit.EventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Replays one scenario and compares what is seen after each step with what was recorded. */
final class ScenarioRun {

    private static final Duration PATIENCE = Duration.ofSeconds(75);
    /** Flux tells the same stall twice, as it looks at it twice. */
    private static final Set<String> SENT_TWICE = Set.of("decrypt-sa-gate");

    private static final Duration QUIET = Duration.ofMillis(700);
    private static final ObjectMapper SHOWN =
            new ObjectMapper(new YAMLFactory()).configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private final KubernetesClient client;
    private final Scenario scenario;
    private final SourceSide source;
    private final Observed observed;
    private final LiveObjects objects;
    private final Map<String, List<JsonNode>> expectedEvents = new TreeMap<>();

    ScenarioRun(KubernetesClient client, EventSink sink, ArtifactHost host, Scenario scenario, Wording wording) {
        this.client = client;
        this.scenario = scenario;
        this.source = new SourceSide(client, host, scenario);
        this.observed = new Observed(client, sink, scenario, wording);
        this.objects = new LiveObjects(client, scenario);
    }

    /** Makes namespace and source, so that they are known when the first step comes. */
    void prepare() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(scenario.namespace())
                        .endMetadata()
                        .build())
                .create();
        source.create();
    }

    void replay() throws IOException {
        Actions actions = new Actions(client, scenario, source);
        for (JsonNode step : scenario.steps()) {
            actions.perform(step.path("do"));
            expect(step);
        }
        assertKubernetesEvents();
    }

    private void assertKubernetesEvents() {
        JsonNode last = scenario.steps().get(scenario.steps().size() - 1);
        String recordedRevision = last.path("expect").path("revision").asText();
        Set<String> recorded = observed.recordedKubernetesEvents();
        await(scenario.id() + ": Kubernetes events").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        observed.kubernetesEvents(source.revision(), recordedRevision))
                .as(scenario.id() + ": Kubernetes events")
                .isEqualTo(recorded));
    }

    private void expect(JsonNode step) {
        JsonNode expected = step.path("expect");
        observed.recordedEvents(expected).forEach((name, events) -> expectedEvents
                .computeIfAbsent(name, key -> new ArrayList<>())
                .addAll(SENT_TWICE.contains(scenario.id()) ? events.subList(0, 1) : events));
        Duration quiet =
                Duration.ofSeconds(step.path("do").path("sleep").asLong()).plus(QUIET);
        await(scenario.id() + ": " + step.path("do").path("say").asText())
                .atMost(PATIENCE)
                .during(quiet)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertSeen(expected));
        objects.assertAsRecorded(expected.path("objects"));
    }

    private void assertSeen(JsonNode expected) {
        StringBuilder wanted = new StringBuilder();
        StringBuilder seen = new StringBuilder();
        for (Map.Entry<String, JsonNode> entry : expected.path("kustomizations").properties()) {
            JsonNode actual = observed.kustomization(entry.getKey());
            wanted.append(entry.getKey()).append(": ");
            wanted.append(entry.getValue().isNull() ? "gone\n" : shown(observed.recorded(entry.getValue())));
            seen.append(entry.getKey()).append(": ").append(actual == null ? "gone\n" : shown(actual));
        }
        wanted.append(shown(withoutRepeatedWaits(expectedEvents)));
        seen.append(shown(withoutRepeatedWaits(observed.events())));
        String recordedRevision = expected.path("revision").asText();
        String text = recordedRevision.isEmpty() || source.revision().isEmpty()
                ? seen.toString()
                : seen.toString().replace(source.revision(), recordedRevision);
        assertThat(text).isEqualTo(wanted.toString());
    }

    /**
     * How often a wait for dependencies is told depends on when each look falls: Flux tells it at every look, we once per reason
     * (docs/differences.md). Equal ones that follow each other count as one, on both sides.
     */
    private static Map<String, List<JsonNode>> withoutRepeatedWaits(Map<String, List<JsonNode>> events) {
        Map<String, List<JsonNode>> told = new TreeMap<>();
        events.forEach((name, all) -> {
            List<JsonNode> kept = told.computeIfAbsent(name, key -> new ArrayList<>());
            for (JsonNode event : all) {
                boolean wait = event.path("reason").asText().equals("DependencyNotReady");
                if (!wait || kept.isEmpty() || !kept.getLast().equals(event)) {
                    kept.add(event);
                }
            }
        });
        return told;
    }

    static String shown(Object value) {
        try {
            Object plain = SHOWN.convertValue(value, Object.class);
            return SHOWN.writeValueAsString(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
