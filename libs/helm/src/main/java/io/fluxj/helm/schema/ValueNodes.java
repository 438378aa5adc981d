package io.fluxj.helm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fluxj.gotemplate.value.GoText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values as the validator takes them. Keys are sorted, so that messages come in one order. */
final class ValueNodes {
    private ValueNodes() {}

    static JsonNode of(@Nullable Object value) {
        return switch (value) {
            case null -> NullNode.getInstance();
            case Map<?, ?> map -> {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                new TreeMap<>(map).forEach((key, entry) -> node.set(String.valueOf(key), of(entry)));
                yield node;
            }
            case List<?> list -> {
                ArrayNode node = JsonNodeFactory.instance.arrayNode();
                list.forEach(item -> node.add(of(item)));
                yield node;
            }
            case String text -> new TextNode(GoText.replaced(text));
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Long number -> new LongNode(number);
            case Double number -> number(number);
            default -> new TextNode(value.toString());
        };
    }

    private static JsonNode number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e18
                ? new LongNode((long) number)
                : new DecimalNode(new BigDecimal(Double.toString(number)));
    }
}
