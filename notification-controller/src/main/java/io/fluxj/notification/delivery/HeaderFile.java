package io.fluxj.notification.delivery;

import io.fluxj.notification.provider.DeliveryFailure;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Headers in YAML: names and texts. */
final class HeaderFile {
    private static final String DECODING = "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ";
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setMaxAliasesForCollections(10).build();

    private HeaderFile() {}

    static Map<String, String> read(String yaml) throws DeliveryFailure {
        try {
            return headers(new Load(SETTINGS).loadFromString(yaml));
        } catch (YamlEngineException malformed) {
            throw new DeliveryFailure("failed to read headers from secret: the value of 'headers' is no YAML");
        }
    }

    private static Map<String, String> headers(@Nullable Object yaml) throws DeliveryFailure {
        Map<String, String> headers = new TreeMap<>();
        if (yaml == null) {
            return headers;
        }
        if (!(yaml instanceof Map<?, ?> map)) {
            throw mismatch(yaml, "map[string]string");
        }
        for (Map.Entry<?, ?> header : map.entrySet()) {
            if (!(header.getValue() instanceof String text)) {
                throw mismatch(header.getValue(), "string");
            }
            headers.put(String.valueOf(header.getKey()), text);
        }
        return headers;
    }

    private static DeliveryFailure mismatch(@Nullable Object yaml, String type) {
        String kind =
                switch (yaml) {
                    case null -> "null";
                    case Map<?, ?> _ -> "object";
                    case Collection<?> _ -> "array";
                    case Number _ -> "number";
                    case Boolean _ -> "bool";
                    default -> "string";
                };
        return new DeliveryFailure(
                "failed to read headers from secret: " + DECODING + kind + " into Go value of type " + type);
    }
}
