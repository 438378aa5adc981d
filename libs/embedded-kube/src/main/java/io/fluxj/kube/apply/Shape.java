package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.schema.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How structured merge treats a value: as one leaf, as an object of fields, or as a list of named elements. */
enum Shape {
    /** Owned and compared as one. */
    LEAF,
    /** Members are owned by themselves. */
    MAP,
    /** Elements are owned by themselves. */
    LIST;

    /**
     * The shape by schema, where the schema says nothing by the value: objects are taken apart, lists are not.
     *
     * @param value the value, null when there is none
     */
    static Shape of(Schema schema, @Nullable JsonNode value) {
        if (untypedAtomic(schema)) {
            return LEAF;
        }
        if (schema.free() || schema.type().isEmpty()) {
            boolean list = value != null && value.isArray();
            if (list || schema.type().equals("array")) {
                return schema.listType() == Schema.ListType.ATOMIC ? LEAF : LIST;
            }
            return value != null && value.isObject() && !schema.atomicMap() ? MAP : LEAF;
        }
        return switch (schema.type()) {
            case "object" -> schema.atomicMap() ? LEAF : MAP;
            case "array" -> schema.listType() == Schema.ListType.ATOMIC ? LEAF : LIST;
            default -> LEAF;
        };
    }

    private static boolean untypedAtomic(Schema schema) {
        boolean anything = schema.definition().startsWith("io.k8s.apiextensions-apiserver")
                && schema.type().isEmpty();
        return anything || schema.definition().equals("io.k8s.apimachinery.pkg.runtime.RawExtension");
    }

    /** The schema of a member of a {@link #MAP}. */
    static Schema member(Schema schema, String name) {
        Optional<Schema> declared = schema.property(name);
        return declared.or(schema::additional).orElse(Schema.ANY);
    }

    /** Whether the member is declared by name, and not one of a map. */
    static boolean declared(Schema schema, String name) {
        return schema.property(name).isPresent();
    }
}
