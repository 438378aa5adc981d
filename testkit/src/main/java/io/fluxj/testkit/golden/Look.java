package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.golden.ExpectedEvents.Channel;
import io.fluxj.testkit.golden.ExpectedEvents.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks at all that was recorded of a step, once, and compares. */
final class Look {
    private final Comparison comparison;
    private final Sight sight;
    private final EventsSeen events;
    private final Places places;
    private final Map<String, String> revisions = new HashMap<>();
    private Set<JsonNode> failures = Set.of();

    Look(Comparison comparison, Sight sight, EventsSeen events, Places places) {
        this.comparison = comparison;
        this.sight = sight;
        this.events = events;
        this.places = places;
    }

    /**
     * What happened up to now belongs to earlier steps.
     *
     * @param earlier events that told of failures in them
     */
    void startStep(Set<JsonNode> earlier) {
        failures = Set.copyOf(earlier);
        events.startStep();
    }

    /** Where files contain addresses, a revision is not the recorded one. */
    void knowRevision(String actual, String recorded) {
        if (!actual.isEmpty() && !recorded.isEmpty()) {
            revisions.put(actual, recorded);
        }
    }

    Patience.Seen at(Expectation expectation) {
        ObjectNode recorded = JsonNodeFactory.instance.objectNode();
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        boolean resting = objects(expectation, recorded, seen);
        for (ExpectedEvents expected : expectation.events()) {
            EventMatch.Lists lists = match().lists(expected, told(expected.channel(), expected.span()));
            String name = expected.channel().name().toLowerCase(Locale.ROOT) + " events";
            recorded.set(name, lists.expected());
            seen.set(name, lists.seen());
        }
        String difference = Diff.between(Yaml.print(recorded), Yaml.print(seen));
        if (difference.isEmpty()) {
            difference = liveDifference(expectation.live());
        }
        return new Patience.Seen(difference, resting);
    }

    Patience.Seen at(WaitFor wait) {
        return new Patience.Seen(
                sight.whole(wait.reference()).map(wait::missing).orElse("- " + wait.reference() + " is there\n"), true);
    }

    /** Failures told in this step. */
    Set<JsonNode> failures() {
        Set<JsonNode> told = new HashSet<>();
        for (Channel channel : Channel.values()) {
            told.addAll(match().failures(general(channel, Span.STEP)));
        }
        return told;
    }

    private boolean objects(Expectation expectation, ObjectNode recorded, ObjectNode seen) {
        boolean resting = true;
        for (Map.Entry<String, JsonNode> object : expectation.objects().entrySet()) {
            JsonNode wanted = comparison.rules().comparable(object.getValue());
            JsonNode got = comparison.rules().comparable(general(sight.object(object.getKey(), object.getValue())));
            recorded.set(object.getKey(), comparison.expected(wanted, got));
            seen.set(object.getKey(), got);
            resting &= !Sight.isMidPass(wanted, got);
        }
        return resting;
    }

    private String liveDifference(List<JsonNode> live) {
        LiveObjects objects = new LiveObjects(sight.cluster(), comparison.rules());
        return Diff.between(Yaml.print(objects.recorded(live)), Yaml.print(general(objects.seen(live))));
    }

    private EventMatch match() {
        return new EventMatch(comparison, failures);
    }

    private EventMatch.Told told(Channel channel, Span span) {
        return new EventMatch.Told(general(channel, span), general(channel, Span.SCENARIO));
    }

    private List<JsonNode> general(Channel channel, Span span) {
        return events.of(channel, span).stream().map(this::general).toList();
    }

    private JsonNode general(JsonNode seen) {
        return Tree.texts(seen, this::general);
    }

    private String general(String text) {
        String general = places.generalize(text);
        for (Map.Entry<String, String> revision : revisions.entrySet()) {
            general = general.replace(revision.getKey(), revision.getValue());
        }
        return general;
    }
}
