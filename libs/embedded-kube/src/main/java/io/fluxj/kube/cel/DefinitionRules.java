package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses definitions whose rules are broken or may cost too much. */
public final class DefinitionRules {
    private static final String VALIDATIONS = "x-kubernetes-validations";
    private static final Set<String> REASONS =
            Set.of("FieldValueRequired", "FieldValueForbidden", "FieldValueInvalid", "FieldValueDuplicate");

    private final List<Cause> formal = new ArrayList<>();
    private final List<Cause> compiled = new ArrayList<>();
    private final CostBudget budget = new CostBudget();

    private DefinitionRules() {}

    /**
     * What is wrong with the rules of an {@code openAPIV3Schema}.
     *
     * @param path of the schema in the definition
     */
    public static List<Cause> check(JsonNode schema, String path) {
        DefinitionRules rules = new DefinitionRules();
        rules.schema(schema, path);
        if (rules.formal.isEmpty()) {
            RuleTree.of(schema).ifPresent(root -> rules.node(root, path, Optional.of(1.0), Optional.empty()));
        }
        List<Cause> out = new ArrayList<>(rules.formal);
        out.addAll(rules.compiled);
        out.addAll(rules.budget.total(path));
        return out;
    }

    /** What can be said without compiling. */
    private void schema(JsonNode schema, String path) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            schema(property.getValue(), path + ".properties[" + property.getKey() + "]");
        }
        for (String below : List.of("additionalProperties", "items")) {
            if (schema.path(below).isObject()) {
                schema(schema.path(below), path + "." + below);
            }
        }
        int index = 0;
        for (Rule rule : Rule.of(schema)) {
            rule(rule, schema, path + "." + VALIDATIONS + "[" + index++ + "].");
        }
    }

    private void rule(Rule rule, JsonNode schema, String path) {
        String text = rule.rule().strip();
        String message = rule.message().strip();
        if (text.isEmpty()) {
            formal.add(required(path + "rule", "rule is not specified"));
        } else if (!rule.message().isEmpty() && message.isEmpty()) {
            formal.add(invalid(path + "message", rule.message(), "must be non-empty if specified"));
        } else if (broken(message)) {
            formal.add(invalid(path + "message", rule.message(), "must not contain line breaks"));
        } else if (broken(text) && message.isEmpty()) {
            formal.add(required(path + "message", "message must be specified if rule contains line breaks"));
        }
        if (!rule.messageExpression().isEmpty() && rule.messageExpression().isBlank()) {
            formal.add(required(path + "messageExpression", "messageExpression must be non-empty if specified"));
        }
        if (!rule.reason().isEmpty() && !REASONS.contains(rule.reason())) {
            formal.add(new Cause(
                    "FieldValueNotSupported",
                    "Unsupported value: \"" + rule.reason() + "\": supported values: "
                            + String.join(
                                    ", ",
                                    REASONS.stream()
                                            .sorted()
                                            .map(r -> "\"" + r + "\"")
                                            .toList()),
                    path + "reason"));
        }
        fieldPath(rule.fieldPath(), schema, path + "fieldPath");
    }

    private void fieldPath(String fieldPath, JsonNode schema, String path) {
        if (fieldPath.isEmpty()) {
            return;
        }
        if (fieldPath.isBlank()) {
            formal.add(invalid(path, fieldPath, "must be non-empty if specified"));
        }
        if (broken(fieldPath)) {
            formal.add(invalid(path, fieldPath, "must not contain line breaks"));
        }
        if (FieldPath.of(fieldPath, schema).isEmpty()) {
            formal.add(invalid(path, fieldPath, "must be a valid path"));
        }
    }

    /**
     * What compiling shows.
     *
     * @param times how often the value may be there, empty when nothing bounds it
     * @param uncorrelated the place above whose parts cannot be told from the state before
     */
    private void node(RuleNode node, String path, Optional<Double> times, Optional<String> uncorrelated) {
        JsonNode schema = node.schema();
        Optional<Double> below = times.flatMap(t -> CostBudget.most(schema).map(m -> Range.product(t, m)));
        Optional<String> items = schema.path("x-kubernetes-list-type").asText().equals("map")
                ? uncorrelated
                : uncorrelated.or(() -> Optional.of(path));
        node.additional().ifPresent(n -> node(n, path + ".additionalProperties", below, uncorrelated));
        node.properties().forEach((name, n) -> node(n, path + ".properties[" + name + "]", below, uncorrelated));
        node.items().ifPresent(n -> node(n, path + ".items", below, items));
        int index = 0;
        for (CompiledRule rule : node.rules()) {
            JsonNode written = schema.path(VALIDATIONS).path(index);
            compiled(
                    rule,
                    new Place(node, written, path + "." + VALIDATIONS + "[" + index++ + "].", times, uncorrelated));
        }
    }

    private record Place(
            RuleNode node, JsonNode written, String path, Optional<Double> times, Optional<String> uncorrelated) {}

    private void compiled(CompiledRule rule, Place place) {
        rule.expression()
                .flatMap(e -> budget.rule(e, place.node().type(), place.times(), place.path() + "rule"))
                .ifPresent(compiled::add);
        rule.problem().ifPresent(p -> compiled.add(broken(place.path() + "rule", place.written(), p)));
        rule.messageProblem()
                .ifPresent(p -> compiled.add(broken(place.path() + "messageExpression", place.written(), p)));
        rule.message()
                .flatMap(m -> budget.message(m, place.node().type(), place.path() + "messageExpression"))
                .ifPresent(compiled::add);
        if (rule.usesOldSelf()) {
            place.uncorrelated()
                    .ifPresent(u -> compiled.add(invalid(
                            place.path() + "rule",
                            rule.rule().rule(),
                            "oldSelf cannot be used on the uncorrelatable portion of the schema within " + u)));
        } else if (place.written().has("optionalOldSelf")) {
            compiled.add(new Cause(
                    "FieldValueInvalid",
                    "Invalid value: " + place.written().path("optionalOldSelf").asBoolean()
                            + ": may not be set if oldSelf is not used in rule",
                    place.path() + "optionalOldSelf"));
        }
    }

    private static boolean broken(String text) {
        return text.contains("\n") || text.contains("\r");
    }

    private static Cause required(String field, String why) {
        return new Cause("FieldValueRequired", "Required value: " + why, field);
    }

    private static Cause invalid(String field, String value, String why) {
        return new Cause(
                "FieldValueInvalid", "Invalid value: " + Nodes.text(Nodes.FACTORY.textNode(value)) + ": " + why, field);
    }

    /** The rule is shown as the server holds it. */
    private static Cause broken(String field, JsonNode written, String why) {
        ObjectNode shown = Nodes.object();
        shown.put("Rule", Nodes.string(written, "rule"))
                .put("Message", Nodes.string(written, "message"))
                .put("MessageExpression", Nodes.string(written, "messageExpression"));
        shown.set("Reason", written.has("reason") ? written.get("reason") : Nodes.FACTORY.nullNode());
        shown.put("FieldPath", Nodes.string(written, "fieldPath"));
        shown.set(
                "OptionalOldSelf",
                written.has("optionalOldSelf") ? written.get("optionalOldSelf") : Nodes.FACTORY.nullNode());
        String json = Nodes.text(shown)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
        return new Cause("FieldValueInvalid", "Invalid value: " + json + ": " + why, field);
    }
}
