package io.fluxj.helm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What Helm's validator says of a keyword that does not hold. */
final class FailureWords {
    private static final List<String> TYPES =
            List.of("null", "boolean", "number", "integer", "string", "array", "object");

    private FailureWords() {}

    /** The failures that messages of one keyword at one place stand for. */
    static List<Failure> of(String keyword, String location, List<ValidationMessage> messages) {
        ValidationMessage first = messages.getFirst();
        return switch (keyword) {
            case "required" -> List.of(Failure.plain(location, missing(messages)));
            case "additionalProperties" ->
                List.of(Failure.plain(location, "additional properties " + properties(messages) + " not allowed"));
            case "unevaluatedProperties" ->
                messages.stream()
                        .map(message -> Failure.plain(
                                location + "/" + FailureTree.escaped(String.valueOf(message.getProperty())),
                                "false schema"))
                        .toList();
            case "items" ->
                messages.stream()
                        .map(message -> Failure.plain(location + "/" + argument(message, 0), "false schema"))
                        .toList();
            case "additionalItems" ->
                List.of(Failure.plain(
                        location, "last " + NumberText.whole(messages.size()) + " additionalItem(s) not allowed"));
            case "dependentRequired" -> dependent(location, messages);
            case "dependencies" ->
                messages.stream().map(message -> dependency(location, message)).toList();
            case "oneOf" ->
                severalMatched(messages)
                        ? List.of(Failure.plain(location, "'oneOf' failed, subschemas " + matched(first) + " matched"))
                        : List.of();
            case "anyOf", "allOf" -> List.of();
            default -> List.of(Failure.plain(location, one(keyword, first)));
        };
    }

    static boolean severalMatched(@Nullable List<ValidationMessage> messages) {
        return messages != null && !matched(messages.getFirst()).isEmpty();
    }

    /** The first two alternatives that matched. */
    private static String matched(ValidationMessage message) {
        Object[] arguments = message.getArguments();
        String indexes = arguments != null && arguments.length > 1 ? String.valueOf(arguments[1]) : "";
        List<String> all = List.of(indexes.split(",\\s*"));
        return all.size() < 2 ? "" : all.get(0) + ", " + all.get(1);
    }

    private static String one(String keyword, ValidationMessage message) {
        JsonNode value = message.getInstanceNode();
        JsonNode wanted = message.getSchemaNode();
        return switch (keyword) {
            case "false" -> "false schema";
            case "type" -> "got " + type(value) + ", want " + types(wanted);
            case "const" -> wanted.isContainerNode() ? "'const' failed" : "value must be " + shown(wanted);
            case "enum" -> enumeration(wanted);
            case "format" ->
                shown(value) + " is not valid " + wanted.asText() + ": "
                        + Formats.problem(wanted.asText(), value.asText()).orElse("malformed");
            case "pattern" ->
                Failure.quoted(value.asText()) + " does not match pattern " + Failure.quoted(wanted.asText());
            case "minLength", "maxLength" ->
                counted(keyword, value.asText().codePointCount(0, value.asText().length()), wanted);
            case "minItems", "maxItems", "minProperties", "maxProperties" -> counted(keyword, value.size(), wanted);
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
                keyword + ": got " + NumberText.of(value.decimalValue()) + ", want "
                        + NumberText.of(wanted.decimalValue());
            case "uniqueItems" -> duplicates(value);
            case "not" -> "'not' failed";
            default -> String.valueOf(message.getError());
        };
    }

    private static String counted(String keyword, long got, JsonNode wanted) {
        return keyword + ": got " + NumberText.whole(got) + ", want " + NumberText.whole(wanted.asLong());
    }

    static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "null";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            case STRING, BINARY -> "string";
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
        };
    }

    private static String types(JsonNode wanted) {
        List<String> names = wanted.isArray()
                ? StreamSupport.stream(wanted.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(wanted.asText());
        return TYPES.stream().filter(names::contains).collect(Collectors.joining(" or "));
    }

    private static String enumeration(JsonNode wanted) {
        List<String> shown = new ArrayList<>();
        for (JsonNode item : wanted) {
            if (item.isContainerNode()) {
                return "'enum' failed";
            }
            shown.add(shown(item));
        }
        return (shown.size() == 1 ? "value must be " : "value must be one of ") + String.join(", ", shown);
    }

    private static String shown(JsonNode value) {
        if (value.isTextual()) {
            return Failure.quoted(value.asText());
        }
        return value.isContainerNode() ? "value" : value.isNull() ? "<nil>" : value.asText();
    }

    private static String missing(List<ValidationMessage> messages) {
        List<String> names = messages.stream()
                .map(message -> Failure.quoted(String.valueOf(message.getProperty())))
                .toList();
        return (names.size() == 1 ? "missing property " : "missing properties ") + String.join(", ", names);
    }

    private static String properties(List<ValidationMessage> messages) {
        return messages.stream()
                .map(message -> String.valueOf(message.getProperty()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(Failure::quoted)
                .collect(Collectors.joining(", "));
    }

    private static String argument(ValidationMessage message, int index) {
        Object[] arguments = Objects.requireNonNullElse(message.getArguments(), new Object[0]);
        return arguments.length > index ? String.valueOf(arguments[index]) : "";
    }

    private static List<Failure> dependent(String location, List<ValidationMessage> messages) {
        TreeMap<String, List<String>> missing = new TreeMap<>();
        for (ValidationMessage message : messages) {
            missing.computeIfAbsent(argument(message, 1), key -> new ArrayList<>())
                    .add(argument(message, 0));
        }
        return missing.entrySet().stream()
                .map(entry -> needed(location, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Failure dependency(String location, ValidationMessage message) {
        String holder = String.valueOf(message.getProperty());
        List<String> missing = StreamSupport.stream(
                        message.getSchemaNode().path(holder).spliterator(), false)
                .map(JsonNode::asText)
                .filter(name -> !message.getInstanceNode().has(name))
                .toList();
        return needed(location, holder, missing);
    }

    private static Failure needed(String location, String holder, List<String> missing) {
        return Failure.plain(
                location,
                "properties " + missing.stream().map(Failure::quoted).collect(Collectors.joining(", "))
                        + " required, if " + Failure.quoted(holder) + " exists");
    }

    private static String duplicates(JsonNode list) {
        for (int i = 0; i < list.size(); i++) {
            for (int j = i + 1; j < list.size(); j++) {
                if (list.get(i).equals(list.get(j))) {
                    return "items at " + i + " and " + j + " are equal";
                }
            }
        }
        return "items are equal";
    }
}
