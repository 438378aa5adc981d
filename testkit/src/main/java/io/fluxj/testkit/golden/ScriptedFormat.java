package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fluxj.golden.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The format of source-controller's and helm-controller's recordings. */
final class ScriptedFormat {
    private static final String MANAGER = "golden";
    private static final double MILLIS = 1000;
    private static final Set<String> OF_EVENTS = Set.of("events", "posted", "transientEvents", "transientPosted");

    private ScriptedFormat() {}

    static Scenario read(Recording recording) {
        JsonNode document = recording.document();
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : document.path("steps")) {
            if (!step.has("name")) {
                throw new IllegalArgumentException(recording.id() + " is no scenario with scripts");
            }
            steps.add(step(step, "t" + (steps.size() + 1)));
        }
        return new Scenario(recording.id(), document.path("namespace").asText(), steps, document);
    }

    private static Step step(JsonNode step, String token) {
        Optional<Expectation> expectation = step.has("expect") ? Optional.of(expectation(step)) : Optional.empty();
        Optional<WaitFor> wait = step.has("expect")
                ? Optional.empty()
                : WaitFor.parse(step.path("wait").asText());
        return new Step(step.path("name").asText(), actions(step, token), wait, expectation);
    }

    private static List<Action> actions(JsonNode step, String token) {
        List<Action> actions = new ArrayList<>();
        if (step.has("script")) {
            actions.add(new Action.Script(step.get("script").asText()));
        }
        special(step, "oci", actions);
        special(step, "s3", actions);
        step.path("apply").forEach(object -> actions.add(new Action.Apply(object, MANAGER)));
        commands(step, actions);
        step.path("patch")
                .forEach(patch -> actions.add(new Action.Patch(
                        patch.path("object").asText(),
                        Action.Form.MERGE,
                        patch.path("merge").toString(),
                        MANAGER)));
        special(step, "note", actions);
        step.path("delete").forEach(reference -> actions.add(new Action.Delete(reference.asText(), false)));
        if (step.get("trigger") instanceof TextNode reference) {
            actions.add(new Action.Trigger(reference.asText(), token));
        }
        return actions;
    }

    /** Commands of kubectl are understood; those of Helm need its program. */
    private static void commands(JsonNode step, List<Action> actions) {
        if (step.has("kubectl")) {
            boolean helm = step.get("kubectl").asText().startsWith("helm");
            actions.add(new Action.Special(helm ? "helm" : "kubectl", step.get("kubectl")));
        }
    }

    private static void special(JsonNode step, String what, List<Action> actions) {
        if (step.has(what)) {
            actions.add(new Action.Special(what, step.get(what)));
        }
    }

    private static Expectation expectation(JsonNode step) {
        JsonNode expect = step.get("expect");
        Map<String, JsonNode> objects = new LinkedHashMap<>();
        expect.properties().stream()
                .filter(field -> !OF_EVENTS.contains(field.getKey()))
                .forEach(field -> objects.put(field.getKey(), field.getValue()));
        List<ExpectedEvents> events = List.of(
                new ExpectedEvents(
                        ExpectedEvents.Channel.KUBERNETES,
                        ExpectedEvents.Span.STEP,
                        expect.path("events").valueStream().toList()),
                new ExpectedEvents(
                        ExpectedEvents.Channel.POSTED,
                        ExpectedEvents.Span.STEP,
                        expect.path("posted").valueStream().toList()));
        Duration pause = Duration.ofMillis((long) (step.path("pause").asDouble() * MILLIS));
        return new Expectation(objects, events, List.of(), pause, "");
    }
}
