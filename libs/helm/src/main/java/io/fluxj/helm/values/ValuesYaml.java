package io.fluxj.helm.values;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.YamlReader;
import io.fluxj.helm.shape.JsonWord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files of values. */
public final class ValuesYaml {
    private static final String SEPARATOR = "---";

    private ValuesYaml() {}

    /**
     * The values of a text: its documents, each over those before it.
     *
     * @throws GoError when one is malformed or no map
     */
    public static Map<String, @Nullable Object> read(String text) {
        Map<String, @Nullable Object> values = new HashMap<>();
        StringBuilder document = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith(SEPARATOR)) {
                requireBlank(line.substring(SEPARATOR.length()));
                if (!document.isEmpty()) {
                    values = ValueTree.merged(values, document(document.toString()));
                    document.setLength(0);
                    continue;
                }
            }
            document.append(line).append('\n');
        }
        return document.isEmpty() ? values : ValueTree.merged(values, document(document.toString()));
    }

    private static void requireBlank(String rest) {
        String text = GoText.trimSpace(rest);
        if (!text.isEmpty() && !text.startsWith("#")) {
            throw new GoError("error reading yaml document: invalid Yaml document separator: " + text);
        }
    }

    private static Map<String, @Nullable Object> document(String text) {
        try {
            return map(text);
        } catch (GoError e) {
            throw new GoError("cannot unmarshal yaml document: " + e.getMessage(), e);
        }
    }

    /**
     * The first document of a text, as {@code sigs.k8s.io/yaml} reads it into a map.
     *
     * @throws GoError when it is malformed or no map
     */
    public static Map<String, @Nullable Object> map(String text) {
        Object value;
        try {
            value = YamlReader.read(Meter.NONE, text);
        } catch (GoError e) {
            throw new GoError("error converting YAML to JSON: " + e.getMessage(), e);
        }
        if (value == null) {
            return new HashMap<>();
        }
        if (value instanceof Map<?, ?> map) {
            return ValueTree.asTable(map);
        }
        throw new GoError("error unmarshaling JSON: while decoding JSON: json: cannot unmarshal " + JsonWord.of(value)
                + " into Go value of type map[string]interface {}");
    }
}
