package io.fluxj.helm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Schemas within a schema, for keywords of which the validator does not say why each item failed. */
record Subschemas(JsonSchema root) {
    private static final String CONTAINS = "contains";
    private static final String LEAST = "minContains";
    private static final String MOST = "maxContains";

    /** Of items that have to be found in a list. */
    List<Failure> contains(String location, ValidationMessage message) {
        JsonNode items = message.getInstanceNode();
        JsonSchema wanted = beside(message, CONTAINS);
        List<Integer> matched = new ArrayList<>();
        List<Failure> causes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<Failure> failures =
                    tree(wanted, items.get(i), location + "/" + i).collapsed();
            if (failures.isEmpty()) {
                matched.add(i);
            }
            causes.addAll(failures);
        }
        JsonNode least = around(message).getSchemaNode().path(LEAST);
        return List.of(Failure.of(
                location,
                least.isMissingNode() ? "no items match contains schema" : tooFew(least.asInt(), matched),
                causes));
    }

    private static String tooFew(int least, List<Integer> matched) {
        return "min " + least + " items required to match contains schema, but "
                + (matched.isEmpty() ? "none matched" : matched(matched));
    }

    private static String matched(List<Integer> matched) {
        return "matched " + matched.size() + " items at "
                + matched.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** Of items that are found in a list too often. */
    Failure tooMany(String location, ValidationMessage message) {
        JsonNode items = message.getInstanceNode();
        JsonSchema wanted = beside(message, CONTAINS);
        List<Integer> matched = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (wanted.validate(items.get(i)).isEmpty()) {
                matched.add(i);
            }
        }
        int most = around(message).getSchemaNode().path(MOST).asInt();
        return Failure.plain(
                location, "max " + most + " items required to match contains schema, but " + matched(matched));
    }

    /** Of the name of a property, which is a value of its own. */
    Failure name(String location, ValidationMessage message) {
        String name = String.valueOf(message.getProperty());
        FailureTree tree = tree(beside(message, "propertyNames"), new TextNode(name), "");
        return Failure.of(location, "invalid propertyName " + Failure.quoted(name), tree.ungrouped());
    }

    private FailureTree tree(JsonSchema schema, JsonNode value, String location) {
        return FailureTree.of(schema.validate(value), new Subschemas(schema), location);
    }

    private JsonSchema beside(ValidationMessage message, String keyword) {
        return root.getSubSchema(holder(message).append(keyword));
    }

    private JsonSchema around(ValidationMessage message) {
        return root.getSubSchema(holder(message));
    }

    /** The place of the schema that has the keyword. */
    private static JsonNodePath holder(ValidationMessage message) {
        return message.getSchemaLocation().getFragment().getParent();
    }
}
