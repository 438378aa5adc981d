package io.fluxj.kustomize.filter.patch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.kustomization.KustomizationReader;
import io.fluxj.kustomize.yaml.Bounds;
import io.fluxj.kustomize.yaml.JsonText;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a JSON patch: strict JSON if it begins with a bracket, else YAML. In JSON, a text or number that is not spelled as Go
 * spells it is {@link Spelled}, because a test compares spellings.
 */
final class JsonPatchText {

    /** A value of a JSON text in the spelling that it has there, {@code "\u00e4"} for example. */
    record Spelled(Object value, String spelling) {}

    private final String text;
    private final JsonParser parser;

    private JsonPatchText(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /**
     * Reads a patch.
     *
     * @throws BuildException if it is malformed
     */
    static JsonPatch read(String text, Bounds bounds) {
        return JsonPatch.of(text.startsWith("[") ? json(text, bounds) : KustomizationReader.parse(text, bounds));
    }

    private static @Nullable Object json(String text, Bounds bounds) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(bounds.depth())
                .maxStringLength(Integer.MAX_VALUE)
                .build();
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(constraints).build();
        try (JsonParser parser = factory.createParser(text)) {
            JsonPatchText reader = new JsonPatchText(text, parser);
            Object value = reader.value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw BuildException.because("there is more text behind the JSON patch");
            }
            return value;
        } catch (IOException e) {
            throw BuildException.because("malformed JSON: " + firstLine(e))
                    .causedBy(e)
                    .hint("a patch that begins with [ has to be JSON; in YAML, begin each operation with a dash");
        }
    }

    private static String firstLine(IOException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private @Nullable Object value(@Nullable JsonToken token) throws IOException {
        return switch (token) {
            case START_ARRAY -> list();
            case START_OBJECT -> map();
            case VALUE_STRING -> string();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw BuildException.because("the JSON patch ends in the middle");
        };
    }

    private List<@Nullable Object> list() throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            list.add(value(next));
        }
        return list;
    }

    private Map<String, @Nullable Object> map() throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            map.put(key, value(parser.nextToken()));
        }
        return map;
    }

    private Object string() throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        String value = parser.getText();
        int to = (int) parser.currentLocation().getCharOffset();
        return spelled(value, text.substring(from, to));
    }

    private Object number() throws IOException {
        String spelling = parser.getText();
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            BigInteger integer = parser.getBigIntegerValue();
            return spelled(integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer, spelling);
        }
        double number = parser.getDoubleValue();
        if (Double.isInfinite(number)) {
            throw BuildException.because("the number " + spelling + " is too large");
        }
        return spelled(number, spelling);
    }

    private static Object spelled(Object value, String spelling) {
        return JsonText.of(value).equals(spelling) ? value : new Spelled(value, spelling);
    }
}
