package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A recording that is played step by step against a cluster.
 *
 * @param namespace that all its objects are in; no other scenario uses it
 * @param document as it was written down
 */
public record Scenario(String id, String namespace, List<Step> steps, JsonNode document) {
    public Scenario {
        steps = List.copyOf(steps);
    }

    /** The objects that its steps apply. */
    Stream<JsonNode> objects() {
        return actions(Action.Apply.class).map(Action.Apply::object);
    }

    /** The scripts that its steps run, by whomever. */
    Stream<String> scripts() {
        return Stream.concat(
                actions(Action.Script.class).map(Action.Script::bash),
                actions(Action.Special.class)
                        .filter(special -> !special.what().equals("note"))
                        .map(Action.Special::content)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText));
    }

    /** What only the suite can do for it. */
    Set<String> specials() {
        return new TreeSet<>(
                actions(Action.Special.class).map(Action.Special::what).toList());
    }

    /** The kinds of the objects whose states were recorded. */
    Set<String> expectedKinds() {
        Set<String> kinds = new TreeSet<>();
        steps.stream()
                .flatMap(step -> step.expectation().stream())
                .flatMap(expectation -> expectation.objects().keySet().stream())
                .filter(References::nameObjects)
                .forEach(reference -> kinds.add(References.kind(reference)));
        return kinds;
    }

    /** Its own namespace, and those of others whose objects were recorded. */
    Set<String> namespaces() {
        Set<String> namespaces = new TreeSet<>(Set.of(namespace));
        steps.stream()
                .flatMap(step -> step.expectation().stream())
                .flatMap(expectation -> expectation.objects().keySet().stream())
                .filter(References::nameObjects)
                .forEach(reference -> namespaces.add(References.namespace(reference, namespace)));
        return namespaces;
    }

    private <A extends Action> Stream<A> actions(Class<A> type) {
        return steps.stream()
                .flatMap(step -> step.actions().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
