package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY;
import static io.fluxj.gotemplate.value.GoType.ANY_MAP;
import static io.fluxj.gotemplate.value.GoType.ANY_SLICE;
import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.json.JsonReader;
import io.fluxj.gotemplate.json.JsonWriter;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Run;
import io.fluxj.gotemplate.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions that read and write JSON, YAML and TOML. Those of Helm that do not begin with {@code must} put their error where the result would be. */
final class Serialisation {
    private Serialisation() {}

    static void addTo(Library library) {
        addJson(library);
        writer(library, "toYaml", "mustToYaml", Yaml::plain);
        library.add("toYamlPretty", STRING, (run, a) -> orEmpty(Yaml::pretty, run, a.getFirst()), ANY);
        library.add("fromYaml", ANY_MAP, (run, a) -> map(() -> Yaml.readMap(run, Args.text(a, 0))), STRING);
        library.add("fromYamlArray", ANY_SLICE, (run, a) -> list(() -> Yaml.readList(run, Args.text(a, 0))), STRING);
        library.add("toToml", STRING, (run, a) -> TomlWriter.writeOrError(run, a.getFirst()), ANY);
        library.add("mustToToml", STRING, (run, a) -> TomlWriter.write(run, a.getFirst()), ANY);
        library.add("fromToml", ANY_MAP, (run, a) -> map(() -> TomlReader.read(run, Args.text(a, 0))), STRING);
    }

    private static void addJson(Library library) {
        writer(library, "toJson", "mustToJson", JsonWriter::compact);
        writer(library, "toPrettyJson", "mustToPrettyJson", JsonWriter::pretty);
        library.add("toRawJson", STRING, (run, a) -> JsonWriter.raw(run, a.getFirst()), ANY);
        library.alias("mustToRawJson", "toRawJson");
        library.add(
                "fromJson", ANY_MAP, (run, a) -> map(() -> requireMap(JsonReader.read(run, Args.text(a, 0)))), STRING);
        library.add(
                "fromJsonArray",
                ANY_SLICE,
                (run, a) -> list(() -> requireList(JsonReader.read(run, Args.text(a, 0)))),
                STRING);
        library.add("mustFromJson", ANY, (run, a) -> JsonReader.read(run, Args.text(a, 0)), STRING);
    }

    private interface Writer {
        String write(Meter meter, @Nullable Object value);
    }

    private static void writer(Library library, String name, String must, Writer writer) {
        library.add(name, STRING, (run, a) -> orEmpty(writer, run, a.getFirst()), ANY);
        GoFunction.Body body = (run, a) -> writer.write(run, a.getFirst());
        library.add(must, STRING, body, ANY);
    }

    private static String orEmpty(Writer writer, Run run, @Nullable Object value) {
        try {
            return writer.write(run, value);
        } catch (GoError e) {
            return "";
        }
    }

    private static Object map(java.util.function.Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (GoError e) {
            Map<String, @Nullable Object> error = new HashMap<>();
            error.put("Error", e.getMessage());
            return error;
        }
    }

    private static Object list(java.util.function.Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (GoError e) {
            List<@Nullable Object> error = new ArrayList<>();
            error.add(e.getMessage());
            return error;
        }
    }

    /** What Go reads into a map: null leaves it nil. */
    static Object requireMap(@Nullable Object value) {
        return switch (value) {
            case null -> GoMap.nil(ANY_MAP);
            case Map<?, ?> map -> map;
            default -> throw new GoError("json: cannot unmarshal " + word(value) + " into Go value of type " + ANY_MAP);
        };
    }

    static Object requireList(@Nullable Object value) {
        return switch (value) {
            case null -> GoSlice.nil(ANY_SLICE);
            case List<?> list -> list;
            default ->
                throw new GoError("json: cannot unmarshal " + word(value) + " into Go value of type " + ANY_SLICE);
        };
    }

    private static String word(Object value) {
        return switch (Values.kind(value)) {
            case STRING -> "string";
            case BOOL -> "bool";
            case MAP -> "object";
            case SLICE -> "array";
            default -> "number";
        };
    }
}
