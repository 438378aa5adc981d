package io.fluxj.helm.schema;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the messages of the validator, which are a flat list, together as Helm's validator has them: by the schemas on the way to each. A schema whose type, constant, enumeration
 * or format does not fit is not looked at further; several failures of one schema make a group.
 */
final class FailureTree {
    private static final List<String> STOPPING = List.of("false", "type", "const", "enum", "format");
    private static final List<String> ORDER = List.of(
            "$ref",
            "minProperties",
            "maxProperties",
            "required",
            "dependencies",
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "dependentSchemas",
            "dependentRequired",
            "minItems",
            "maxItems",
            "uniqueItems",
            "prefixItems",
            "items",
            "additionalItems",
            "contains",
            "minContains",
            "maxContains",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "$recursiveRef",
            "$dynamicRef",
            "not",
            "allOf",
            "anyOf",
            "oneOf",
            "if",
            "then",
            "else",
            "unevaluatedProperties",
            "unevaluatedItems");

    private final String location;
    private final Subschemas schemas;
    private final Map<String, List<ValidationMessage>> own = new LinkedHashMap<>();
    private final Map<Step, FailureTree> inner = new LinkedHashMap<>();

    private FailureTree(String location, Subschemas schemas) {
        this.location = location;
        this.schemas = schemas;
    }

    /** How a schema leads to another: by a keyword, at a place of the schema and a place of the values. */
    private record Step(String keyword, String branch, String location) {}

    /**
     * The messages about a value.
     *
     * @param schemas of the schema that it was held against
     * @param location of the value
     */
    static FailureTree of(Collection<ValidationMessage> messages, Subschemas schemas, String location) {
        FailureTree tree = new FailureTree(location, schemas);
        messages.forEach(message -> tree.add(message, new Walk(message, location)));
        return tree;
    }

    /** The way from the outermost schema to a message. */
    private static final class Walk {
        private final JsonNodePath evaluation;
        private final JsonNodePath instance;
        private final String base;
        private int at;
        private int depth;

        Walk(ValidationMessage message, String base) {
            this.base = base;
            this.evaluation = message.getEvaluationPath();
            this.instance = message.getInstanceLocation();
        }

        boolean isAtEnd() {
            return at >= evaluation.getNameCount();
        }

        String next() {
            return evaluation.getName(at++);
        }

        boolean nextIsIndex() {
            return !isAtEnd() && evaluation.getElement(at) instanceof Integer;
        }

        void descend() {
            depth = Math.min(depth + 1, instance.getNameCount());
        }

        String location() {
            return base + pointer(instance, depth);
        }
    }

    private static String pointer(JsonNodePath path, int depth) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            pointer.append('/').append(escaped(String.valueOf(path.getElement(i))));
        }
        return pointer.toString();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void add(ValidationMessage message, Walk walk) {
        if (walk.isAtEnd()) {
            own.computeIfAbsent(message.getType(), key -> new ArrayList<>()).add(message);
            return;
        }
        String keyword = walk.next();
        String branch = "";
        switch (keyword) {
            case "properties", "patternProperties" -> {
                branch = walk.isAtEnd() ? "" : walk.next();
                walk.descend();
            }
            case "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contains", "additionalItems" ->
                walk.descend();
            case "items", "prefixItems" -> {
                branch = walk.nextIsIndex() ? walk.next() : "";
                walk.descend();
            }
            case "allOf", "anyOf", "oneOf", "dependentSchemas", "dependencies" ->
                branch = walk.isAtEnd() ? "" : walk.next();
            default -> {}
        }
        if (walk.isAtEnd() && !message.getType().equals("false")) {
            own.computeIfAbsent(message.getType(), key -> new ArrayList<>()).add(message);
        } else {
            inner.computeIfAbsent(
                            new Step(keyword, branch, walk.location()),
                            step -> new FailureTree(step.location(), schemas))
                    .add(message, walk);
        }
    }

    /** What is wrong, as a list. */
    String listed() {
        StringBuilder out = new StringBuilder();
        ungrouped().forEach(failure -> failure.print(out, 0));
        return out.toString();
    }

    /** What is wrong; where that is one group, what is in it. */
    List<Failure> ungrouped() {
        List<Failure> failures = failures();
        boolean grouped = failures.size() == 1 && failures.getFirst().group();
        return grouped ? failures.getFirst().causes() : failures;
    }

    /** What is wrong, as one failure or none. */
    List<Failure> collapsed() {
        return Failure.collapsed(location, failures());
    }

    private List<Failure> failures() {
        for (String keyword : STOPPING) {
            if (own.containsKey(keyword)) {
                return List.of(words(keyword, own.get(keyword)).getFirst());
            }
        }
        Map<Integer, List<Failure>> sorted = new TreeMap<>();
        own.forEach((keyword, messages) -> at(sorted, keyword).addAll(words(keyword, messages)));
        Map<String, List<Failure>> branches = new LinkedHashMap<>();
        inner.forEach((step, tree) -> {
            switch (step.keyword()) {
                case "allOf", "anyOf", "oneOf" ->
                    branches.computeIfAbsent(step.keyword(), key -> new ArrayList<>())
                            .addAll(tree.collapsed());
                case "$ref", "$dynamicRef", "$recursiveRef" ->
                    at(sorted, step.keyword()).addAll(tree.collapsed());
                default -> at(sorted, step.keyword()).addAll(tree.collapsed());
            }
        });
        branches.forEach((keyword, causes) -> at(sorted, keyword).addAll(combined(keyword, causes)));
        return sorted.values().stream().flatMap(List::stream).toList();
    }

    private List<Failure> words(String keyword, List<ValidationMessage> messages) {
        return switch (keyword) {
            case "contains", "minContains" -> schemas.contains(location, messages.getFirst());
            case "maxContains" -> List.of(schemas.tooMany(location, messages.getFirst()));
            case "propertyNames" -> names(messages);
            default -> FailureWords.of(keyword, location, messages);
        };
    }

    /** The validator tells of a name once for each rule that it breaks. */
    private List<Failure> names(List<ValidationMessage> messages) {
        Map<String, ValidationMessage> each = new TreeMap<>();
        messages.forEach(message -> each.putIfAbsent(String.valueOf(message.getProperty()), message));
        return each.values().stream()
                .map(message -> schemas.name(location, message))
                .toList();
    }

    /** The failure of a combination: that of more than one match has no causes. */
    private List<Failure> combined(String keyword, List<Failure> causes) {
        boolean severalMatched =
                keyword.equals("oneOf") && own.containsKey("oneOf") && FailureWords.severalMatched(own.get("oneOf"));
        if (severalMatched) {
            return List.of();
        }
        String what = "'" + keyword + "' failed" + (keyword.equals("oneOf") ? ", none matched" : "");
        return List.of(Failure.of(location, what, causes));
    }

    private static List<Failure> at(Map<Integer, List<Failure>> sorted, String keyword) {
        int rank = ORDER.indexOf(keyword);
        return sorted.computeIfAbsent(rank < 0 ? ORDER.size() : rank, key -> new ArrayList<>());
    }
}
