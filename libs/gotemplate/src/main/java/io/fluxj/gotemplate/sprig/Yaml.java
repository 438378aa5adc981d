package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.JsonTrip;
import io.fluxj.gotemplate.yaml.YamlReader;
import io.fluxj.gotemplate.yaml.YamlWriter;
import io.fluxj.yaml.Dialect;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** YAML as {@code sigs.k8s.io/yaml} has it, which goes through JSON in both directions. */
final class Yaml {
    private Yaml() {}

    static String plain(Meter meter, @Nullable Object value) {
        return withoutBreak(YamlWriter.write(meter, Dialect.V2, new JsonTrip(meter).of(value)));
    }

    static String pretty(Meter meter, @Nullable Object value) {
        return withoutBreak(YamlWriter.write(meter, Dialect.V3, value));
    }

    private static String withoutBreak(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    static Object readMap(Meter meter, String text) {
        Object value = read(meter, text);
        return value == null ? new HashMap<String, Object>() : unmarshalled(() -> Serialisation.requireMap(value));
    }

    static Object readList(Meter meter, String text) {
        Object value = read(meter, text);
        return unmarshalled(() -> Serialisation.requireList(value));
    }

    private static @Nullable Object read(Meter meter, String text) {
        try {
            return YamlReader.read(meter, text);
        } catch (GoError e) {
            throw new GoError("error converting YAML to JSON: " + e.getMessage(), e);
        }
    }

    private static Object unmarshalled(java.util.function.Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (GoError e) {
            throw new GoError("error unmarshaling JSON: while decoding JSON: " + e.getMessage(), e);
        }
    }
}
