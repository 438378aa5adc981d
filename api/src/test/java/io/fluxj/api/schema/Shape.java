package io.fluxj.api.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.json.Required;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a class and a schema must agree upon for a field.
 *
 * @param type type in the notation of the reference; duration for lengths of time
 * @param required whether it must be there: y, n, or - for elements
 * @param choices its enum
 */
record Shape(String type, String required, Set<String> choices) {
    private static final String DURATION = "^([0-9]+(\\.[0-9]+)?(ms|s|m";

    static Map<String, Shape> ofSchema(Crd.Version version) {
        var shapes = new TreeMap<String, Shape>();
        Field.allOf(version).forEach((path, field) -> {
            boolean duration = field.pattern().startsWith(DURATION) || path.endsWith("Duration");
            shapes.put(path, new Shape(duration ? "duration" : typeOf(field), field.required(), field.choices()));
        });
        return shapes;
    }

    /** The API server takes 64 bits for an integer of whatever format, so the classes have to. */
    private static String typeOf(Field field) {
        return field.type().startsWith("integer") ? "integer" : field.type();
    }

    static Map<String, Shape> ofClass(Class<? extends CustomResource<?, ?>> kind) {
        var shapes = new TreeMap<String, Shape>();
        Type[] specAndStatus = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        collect(shapes, "spec", specAndStatus[0], "n");
        if (!specAndStatus[1].equals(Void.class)) {
            collect(shapes, "status", specAndStatus[1], "n");
        }
        return shapes;
    }

    private static void collect(Map<String, Shape> shapes, String path, Type type, String required) {
        if (type instanceof ParameterizedType generic) {
            collectGeneric(shapes, path, generic, required);
            return;
        }
        shapes.put(path, new Shape(simple((Class<?>) type), required, Set.of()));
        if (((Class<?>) type).isRecord() && !type.equals(GoDuration.class)) {
            for (RecordComponent component : ((Class<?>) type).getRecordComponents()) {
                if (!component.getAccessor().isAnnotationPresent(UnknownFields.class)) {
                    collect(shapes, path + "." + name(component), component.getGenericType(), required(component));
                }
            }
        }
    }

    private static void collectGeneric(
            Map<String, Shape> shapes, String path, ParameterizedType type, String required) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType().equals(List.class)) {
            shapes.put(path, new Shape("array", required, Set.of()));
            collect(shapes, path + "[]", arguments[0], "-");
        } else if (type.getRawType().equals(Map.class)) {
            shapes.put(path, new Shape("object", required, Set.of()));
            collect(shapes, path + "{}", arguments[1], "-");
        } else {
            shapes.put(path, new Shape("string", required, choices(arguments[0])));
        }
    }

    private static Set<String> choices(Type type) {
        Set<String> texts = new TreeSet<>();
        for (Object constant : ((Class<?>) type).getEnumConstants()) {
            texts.add(((Choice.Named) constant).text());
        }
        return texts;
    }

    private static String simple(Class<?> type) {
        Map<Class<?>, String> names = Map.of(
                String.class, "string",
                Boolean.class, "boolean",
                Long.class, "integer",
                Instant.class, "string/date-time",
                GoDuration.class, "duration",
                JsonNode.class, "preserve-unknown");
        return names.getOrDefault(type, type.isRecord() ? "object" : "a class that no schema has: " + type);
    }

    private static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private static String required(RecordComponent component) {
        boolean collection = List.of(List.class, Map.class).contains(component.getType());
        boolean required = collection
                ? component.getAccessor().isAnnotationPresent(Required.class)
                : !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return required ? "y" : "n";
    }
}
