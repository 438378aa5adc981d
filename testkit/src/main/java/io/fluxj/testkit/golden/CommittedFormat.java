package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.golden.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The format of kustomize-controller's recordings. */
final class CommittedFormat {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MANAGER = "scenario";

    private final Recording recording;
    private final String kind;
    private final List<JsonNode> posted = new ArrayList<>();

    CommittedFormat(Recording recording, String kind) {
        this.recording = recording;
        this.kind = kind;
    }

    Scenario read() {
        JsonNode document = recording.document();
        Places places = Places.of(
                Places.Notation.BRACES, Map.of("ns", document.path("namespace").asText()));
        List<Step> steps = new ArrayList<>();
        int last = document.path("steps").size() - 1;
        for (JsonNode step : document.path("steps")) {
            if (!step.has("do")) {
                throw new IllegalArgumentException(recording.id() + " is no scenario with commits");
            }
            JsonNode filled = places.fill(step);
            steps.add(new Step(
                    filled.path("do").path("say").asText(),
                    actions(filled.path("do")),
                    Optional.empty(),
                    Optional.of(expectation(filled, steps.size() == last))));
        }
        return new Scenario(recording.id(), document.path("namespace").asText(), steps, document);
    }

    private List<Action> actions(JsonNode doing) {
        List<Action> actions = new ArrayList<>();
        doing.path("apply").forEach(object -> actions.add(apply(object)));
        if (doing.has("commit")) {
            actions.add(new Action.Special("commit", doing.get("commit")));
        }
        doing.path(kind.toLowerCase(java.util.Locale.ROOT) + "s").forEach(object -> actions.add(apply(object)));
        doing.path("patch")
                .forEach(patch -> actions.add(new Action.Patch(
                        patch.get(0).asText() + "/" + patch.get(1).asText(),
                        Action.Form.MERGE,
                        patch.get(2).toString(),
                        MANAGER)));
        for (JsonNode command : doing.path("kubectl")) {
            actions.add(
                    Kubectl.action(command.valueStream().map(JsonNode::asText).toList()));
        }
        if (doing.has("poke")) {
            actions.add(new Action.Trigger(kind + "/app", doing.get("poke").asText()));
        }
        return actions;
    }

    private static Action apply(JsonNode object) {
        ObjectNode copy = object.deepCopy();
        JsonNode manager = copy.remove("__manager");
        return new Action.Apply(copy, manager == null ? MANAGER : manager.asText());
    }

    private Expectation expectation(JsonNode step, boolean last) {
        JsonNode expect = step.path("expect");
        Map<String, JsonNode> objects = new LinkedHashMap<>();
        expect.path(kind.toLowerCase(java.util.Locale.ROOT) + "s")
                .properties()
                .forEach(each -> objects.put(kind + "/" + each.getKey(), object(each.getValue())));
        expect.path("events").forEach(event -> posted.add(event(event)));
        List<ExpectedEvents> events = new ArrayList<>();
        events.add(new ExpectedEvents(
                ExpectedEvents.Channel.POSTED, ExpectedEvents.Span.SCENARIO_IN_ORDER, List.copyOf(posted)));
        if (last) {
            events.add(new ExpectedEvents(
                    ExpectedEvents.Channel.KUBERNETES,
                    ExpectedEvents.Span.SCENARIO,
                    recording
                            .document()
                            .path("kubernetesEvents")
                            .valueStream()
                            .map(this::event)
                            .toList()));
        }
        return new Expectation(
                objects,
                events,
                expect.path("objects").valueStream().toList(),
                Duration.ofSeconds(step.path("do").path("sleep").asLong()),
                expect.path("revision").asText());
    }

    private static JsonNode object(JsonNode recorded) {
        ObjectNode object = NODES.objectNode();
        if (recorded.isNull()) {
            return object.put("absent", true);
        }
        ObjectNode metadata = object.putObject("metadata");
        metadata.set("generation", recorded.path("generation"));
        if (recorded.has("finalizers")) {
            metadata.set("finalizers", recorded.get("finalizers"));
        }
        object.set("status", recorded.path("status"));
        return object;
    }

    private JsonNode event(JsonNode recorded) {
        ObjectNode event = recorded.deepCopy();
        event.put("object", kind + "/" + event.remove("name").asText());
        return event;
    }
}
