package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles the rules of a schema at every depth. */
final class RuleTree {
    private static final String VALIDATIONS = "x-kubernetes-validations";

    private final Declarations declarations = new Declarations();

    private RuleTree() {}

    /** The rules of a custom resource's schema; empty when there are none. */
    static Optional<RuleNode> of(JsonNode schema) {
        if (!hasRules(schema)) {
            return Optional.empty();
        }
        RuleTree tree = new RuleTree();
        return tree.declarations
                .of(schema, true, "selfType")
                .map(type -> tree.node(schema, schema, type))
                .filter(node -> !node.empty());
    }

    private static boolean hasRules(JsonNode schema) {
        return schema.isObject() && !schema.findValues(VALIDATIONS).isEmpty();
    }

    /**
     * The place of a value.
     *
     * @param checks where the rules stand, which may be a part of an allOf
     * @param schema what the value looks like
     */
    private RuleNode node(JsonNode checks, JsonNode schema, DeclaredType type) {
        List<RuleNode> allOf = new ArrayList<>();
        for (JsonNode part : checks.path("allOf")) {
            if (hasRules(part)) {
                allOf.add(node(part, schema, type));
            }
        }
        return new RuleNode(
                schema,
                type,
                rules(checks, schema, type),
                properties(checks, schema, type),
                below(checks.path("additionalProperties"), schema.path("additionalProperties"), type),
                below(checks.path("items"), schema.path("items"), type),
                allOf);
    }

    private Map<String, RuleNode> properties(JsonNode checks, JsonNode schema, DeclaredType type) {
        Map<String, RuleNode> out = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : checks.path("properties").properties()) {
            JsonNode property = schema.path("properties").path(entry.getKey());
            if (hasRules(entry.getValue()) && property.isObject()) {
                propertyType(type, entry.getKey(), property)
                        .map(t -> node(entry.getValue(), property, t))
                        .filter(n -> !n.empty())
                        .ifPresent(n -> out.put(entry.getKey(), n));
            }
        }
        return out;
    }

    /** Fields whose names cannot be written in CEL have types of their own, which the rules below them see. */
    private Optional<DeclaredType> propertyType(DeclaredType parent, String name, JsonNode schema) {
        Optional<String> escaped = FieldNames.escaped(name);
        if (escaped.isEmpty()) {
            return declarations.of(
                    schema, schema.path("x-kubernetes-embedded-resource").asBoolean(), "selfType." + name);
        }
        return parent instanceof ObjectType object
                ? Optional.ofNullable(object.fields().get(escaped.get()))
                : Optional.empty();
    }

    private Optional<RuleNode> below(JsonNode checks, JsonNode schema, DeclaredType type) {
        if (!hasRules(checks) || !schema.isObject()) {
            return Optional.empty();
        }
        Optional<DeclaredType> element =
                switch (type) {
                    case SequenceType sequence -> Optional.of(sequence.element());
                    case DictionaryType dictionary -> Optional.of(dictionary.element());
                    case ObjectType ignored -> Optional.empty();
                    case ScalarType ignored -> Optional.empty();
                };
        return element.map(t -> node(checks, schema, t)).filter(n -> !n.empty());
    }

    private List<CompiledRule> rules(JsonNode checks, JsonNode schema, DeclaredType type) {
        List<Rule> rules = Rule.of(checks);
        if (rules.isEmpty()) {
            return List.of();
        }
        Cel plain = RuleEnvironment.of(type.type(), declarations.named(), false);
        List<CompiledRule> out = new ArrayList<>();
        for (Rule rule : rules) {
            Cel cel = rule.optionalOldSelf() ? RuleEnvironment.of(type.type(), declarations.named(), true) : plain;
            out.add(CompiledRule.of(rule, cel, schema));
        }
        return List.copyOf(out);
    }
}
