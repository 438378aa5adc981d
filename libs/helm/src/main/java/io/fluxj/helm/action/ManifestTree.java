package io.fluxj.helm.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.gotemplate.value.GoText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that YAML held as trees of JSON; whole numbers stay whole. */
final class ManifestTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double LARGEST_EXACT = 1L << 53;

    private ManifestTree() {}

    static JsonNode of(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            case String text -> NODES.textNode(GoText.replaced(text));
            case Boolean flag -> NODES.booleanNode(flag);
            case Long number -> whole(number);
            case Double number -> number(number);
            default -> NODES.numberNode(new BigInteger(value.toString()));
        };
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode node = NODES.objectNode();
        map.forEach((key, entry) -> node.set(GoText.replaced(String.valueOf(key)), of(entry)));
        return node;
    }

    private static ArrayNode array(List<?> list) {
        ArrayNode node = NODES.arrayNode(list.size());
        list.forEach(item -> node.add(of(item)));
        return node;
    }

    /** Of the type that readers of JSON take: numbers of others are not equal to theirs. */
    private static JsonNode whole(long number) {
        return number == (int) number ? NODES.numberNode((int) number) : NODES.numberNode(number);
    }

    private static JsonNode number(double number) {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT
                ? whole((long) number)
                : NODES.numberNode(new BigDecimal(Double.toString(number)));
    }
}
