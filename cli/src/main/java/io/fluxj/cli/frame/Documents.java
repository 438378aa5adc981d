package io.fluxj.cli.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.kustomize.yaml.YamlPrinter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Objects as text, with the bytes of Go's programs: keys sorted, lists below a key not indented, no line folded. */
public final class Documents {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Documents() {}

    /** One YAML document, ending in a line break. */
    public static String yaml(JsonNode value) {
        return YamlPrinter.print(plain(value));
    }

    /** One JSON document, indented by two blanks, ending in a line break. */
    public static String json(JsonNode value) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withSeparators(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""));
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(plain(value)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON cannot be printed", e);
        }
    }

    private static @Nullable Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> map(value);
            case ARRAY -> list(value);
            case STRING, BINARY -> value.asText();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> number(value);
            case NULL, MISSING, POJO -> null;
        };
    }

    private static Map<String, @Nullable Object> map(JsonNode value) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        value.properties().forEach(entry -> sorted.put(entry.getKey(), plain(entry.getValue())));
        return sorted;
    }

    private static List<@Nullable Object> list(JsonNode value) {
        List<@Nullable Object> elements = new ArrayList<>();
        value.forEach(element -> elements.add(plain(element)));
        return elements;
    }

    private static Object number(JsonNode value) {
        if (!value.isIntegralNumber()) {
            return value.doubleValue();
        }
        return value.canConvertToLong() ? (Object) value.longValue() : new BigInteger(value.asText());
    }
}
