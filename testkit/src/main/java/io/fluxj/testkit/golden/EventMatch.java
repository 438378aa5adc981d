package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings recorded and seen events to lists that can be compared line by line.
 *
 * @param earlier failures that were told in earlier steps: such an object is tried again in its own time, so they may be told again or not
 */
record EventMatch(Comparison comparison, Set<JsonNode> earlier) {
    /** The field of a posted event that says when it was told. */
    static final String WHEN = "timestamp";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> ALWAYS_COMPARED = Set.of("object", "reason", "message");
    private static final Comparator<JsonNode> BY_OBJECT =
            Comparator.comparing(event -> event.path("object").asText());
    private static final Comparator<JsonNode> BY_TEXT = BY_OBJECT.thenComparing(JsonNode::toString);

    /** What is to be compared: equal lists when the events are as recorded. */
    record Lists(ArrayNode expected, ArrayNode seen) {}

    /**
     * What was told.
     *
     * @param there in the span that is compared
     * @param ever in the scenario so far
     */
    record Told(List<JsonNode> there, List<JsonNode> ever) {}

    Lists lists(ExpectedEvents wanted, Told told) {
        List<JsonNode> recorded = wanted.events().stream().map(this::comparable).toList();
        Set<String> fields = fields(recorded);
        List<Repetitions.Told> seen = told.there().stream()
                .map(event -> new Repetitions.Told(comparable(only(event, fields)), toldAt(event)))
                .toList();
        return switch (wanted.span()) {
            case STEP, SCENARIO ->
                asSets(
                        withoutThoseBefore(recorded, told, fields),
                        seen.stream().map(Repetitions.Told::event).toList());
            case SCENARIO_IN_ORDER -> inOrder(recorded, seen);
        };
    }

    /** What failed, of these; to be {@code earlier} in the next steps. */
    Set<JsonNode> failures(List<JsonNode> seen) {
        Set<JsonNode> failures = new HashSet<>();
        seen.stream().filter(EventMatch::isFailure).forEach(event -> failures.add(essence(comparable(event))));
        return failures;
    }

    private JsonNode comparable(JsonNode event) {
        return comparison.rules().comparable(event);
    }

    private static Set<String> fields(List<JsonNode> recorded) {
        Set<String> fields = new HashSet<>(ALWAYS_COMPARED);
        recorded.forEach(event -> fields.addAll(Tree.keys(event)));
        return fields;
    }

    private static ObjectNode only(JsonNode event, Set<String> fields) {
        ObjectNode only = NODES.objectNode();
        event.properties().stream()
                .filter(field -> fields.contains(field.getKey()))
                .forEach(field -> only.set(field.getKey(), field.getValue()));
        return only;
    }

    private static @Nullable Instant toldAt(JsonNode event) {
        return event.has(WHEN) ? Instant.parse(event.path(WHEN).asText()) : null;
    }

    /** Those that are not told here, and were before where a rule allows that, are as good as told. */
    private List<JsonNode> withoutThoseBefore(List<JsonNode> recorded, Told told, Set<String> fields) {
        List<JsonNode> here = told.there().stream()
                .map(event -> comparable(only(event, fields)))
                .toList();
        List<JsonNode> ever = told.ever().stream()
                .map(event -> comparable(only(event, fields)))
                .toList();
        return recorded.stream()
                .filter(event -> isAmong(here, event) || !mayBeToldBefore(event) || !isAmong(ever, event))
                .toList();
    }

    private boolean isAmong(List<JsonNode> events, JsonNode recorded) {
        return events.stream().anyMatch(event -> comparison.same(recorded, event));
    }

    private boolean mayBeToldBefore(JsonNode event) {
        return comparison.rules().events().stream()
                .anyMatch(rule -> rule.told() == EventRule.Told.BEFORE && rule.isAbout(event));
    }

    private Lists inOrder(List<JsonNode> recorded, List<Repetitions.Told> seen) {
        Repetitions repetitions = new Repetitions(comparison, recorded);
        List<Repetitions.Told> inOrder = recorded.stream()
                .sorted(BY_OBJECT)
                .map(event -> new Repetitions.Told(event, null))
                .toList();
        ArrayNode wanted = array(repetitions.once(inOrder));
        ArrayNode got = array(repetitions.once(seen.stream()
                .sorted(Comparator.comparing(Repetitions.Told::event, BY_OBJECT))
                .toList()));
        return new Lists((ArrayNode) comparison.expected(wanted, got), got);
    }

    private Lists asSets(List<JsonNode> recorded, List<JsonNode> seen) {
        List<JsonNode> surplus = new ArrayList<>(new HashSet<>(seen));
        List<JsonNode> found = new ArrayList<>();
        List<JsonNode> missing = new ArrayList<>();
        for (JsonNode event : new HashSet<>(recorded)) {
            Optional<JsonNode> same = surplus.stream()
                    .filter(each -> comparison.same(event, each))
                    .findFirst();
            same.ifPresentOrElse(found::add, () -> missing.add(comparison.expected(event, event)));
            same.ifPresent(surplus::remove);
        }
        missing.removeIf(event -> found.contains(event) || isOptional(event));
        Repetitions repetitions = new Repetitions(comparison, recorded);
        surplus.removeIf(event -> isOptional(event) || repetitions.isOtherWording(event));
        return new Lists(sorted(found, missing), sorted(found, surplus));
    }

    private boolean isOptional(JsonNode event) {
        return earlier.contains(essence(event))
                || comparison.rules().events().stream()
                        .anyMatch(rule -> rule.told() == EventRule.Told.PERHAPS
                                && (!rule.afterFailure() || !earlier.isEmpty())
                                && rule.isAbout(event));
    }

    private static boolean isFailure(JsonNode event) {
        return event.path("severity").asText().equals("error")
                || event.path("type").asText().equals("Warning");
    }

    /** What is the same of an event in both channels. */
    private static JsonNode essence(JsonNode event) {
        return isFailure(event) ? only(event, ALWAYS_COMPARED) : NODES.missingNode();
    }

    private static ArrayNode sorted(List<JsonNode> some, List<JsonNode> others) {
        List<JsonNode> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(BY_TEXT);
        return array(all);
    }

    private static ArrayNode array(List<JsonNode> events) {
        ArrayNode array = NODES.arrayNode();
        events.forEach(array::add);
        return array;
    }
}
