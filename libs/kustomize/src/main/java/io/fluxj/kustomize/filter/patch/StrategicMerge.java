package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.schema.SchemaInUse;
import io.fluxj.kustomize.schema.SchemaType;
import io.fluxj.kustomize.yaml.Entries;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Scalars;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges a strategic merge patch into an object. Lists of known kinds are merged element by element, all others replaced.
 *
 * @see "reference/schema/README.md, How kustomize uses its schema"
 */
public final class StrategicMerge {

    private final SchemaInUse schema;

    private StrategicMerge(SchemaInUse schema) {
        this.schema = schema;
    }

    /**
     * Merges in place; parts of the patch become parts of the object.
     *
     * @return the merged object, or null if the patch deletes it
     * @throws io.fluxj.kustomize.yaml.YamlException if the two do not fit
     */
    public static @Nullable Node merge(Node object, Node patch, SchemaInUse schema) {
        dropNullKeys(patch);
        return new StrategicMerge(schema).walk(null, object, patch);
    }

    /** What stands under the key null at a patch's root is not merged. */
    private static void dropNullKeys(Node patch) {
        List<Node> content = patch.content();
        for (int i = content.size() - 2; i >= 0; i -= 2) {
            Node key = content.get(i);
            if (key.isNull()
                    && Scalars.read(key.value(), Scalars.Rules.YAML_1_2).value() == null) {
                content.subList(i, i + 2).clear();
            }
        }
    }

    @Nullable
    Node walk(@Nullable SchemaType inherited, @Nullable Node object, @Nullable Node patch) {
        SchemaType type = inherited != null ? inherited : typeOf(object, patch);
        Node first = Node.absent(object) ? patch : object;
        if (Node.absent(first) || first == null) {
            return walkMap(type, object, patch);
        }
        requireSame(first.kind(), object, patch);
        if (object != null
                && patch != null
                && !object.isScalar()
                && object.content().isEmpty()) {
            object.takeStyleOf(patch);
        }
        return switch (first.kind()) {
            case MAPPING -> walkMap(type, object, patch);
            case SCALAR -> patch != null ? patch : object;
            case SEQUENCE ->
                type != null && type.mergesElements()
                        ? new ListMerge(this, type).merge(object, patch)
                        : patch != null ? patch : object;
            case ALIAS -> throw new IllegalStateException("aliases are expanded");
        };
    }

    private static void requireSame(Node.Kind kind, @Nullable Node object, @Nullable Node patch) {
        if (object != null) {
            Mappings.require(object, kind);
        }
        if (patch != null) {
            Mappings.require(patch, kind);
        }
    }

    private @Nullable SchemaType typeOf(@Nullable Node object, @Nullable Node patch) {
        SchemaType type = typeOf(object);
        return type != null ? type : typeOf(patch);
    }

    /** Any map that says its kind is looked up, so objects inside objects are merged by their own schema. */
    private @Nullable SchemaType typeOf(@Nullable Node node) {
        if (Node.absent(node)) {
            return null;
        }
        String kind = Mappings.text(node, "kind");
        String version = Mappings.text(node, "apiVersion");
        return kind.isEmpty() || version.isEmpty() ? null : schema.typeOf(Gvk.of(version, kind));
    }

    private @Nullable Node walkMap(@Nullable SchemaType type, @Nullable Node object, @Nullable Node patch) {
        Node merged = visitMap(object, patch);
        if (merged == null) {
            return null;
        }
        if (!merged.isMapping()) {
            return merged;
        }
        TreeSet<String> names = new TreeSet<>();
        addKeys(names, merged);
        addKeys(names, patch);
        if (names.contains("")) {
            throw new YamlException("a map with an empty key cannot be merged", merged.line(), "give the key a name");
        }
        for (String name : names) {
            Node left = Mappings.find(merged, name);
            Node right = Mappings.find(patch, name);
            Node value = walk(type == null ? null : type.field(name), left, right);
            Entries.put(merged, name, value, value == left ? merged : patch, right == null);
        }
        return merged;
    }

    private static void addKeys(Set<String> names, @Nullable Node node) {
        if (node != null && node.isMapping()) {
            names.addAll(Mappings.keys(node));
        }
    }

    private static @Nullable Node visitMap(@Nullable Node object, @Nullable Node patch) {
        if (Node.absent(object)) {
            return visitMissing(object, patch);
        }
        if (patch != null && patch.isNull()) {
            return null;
        }
        return switch (Directive.take(patch)) {
            case DELETE -> null;
            case REPLACE -> patch;
            case MERGE -> object;
        };
    }

    /** A null that the object spells out stays when the patch says nothing about it. */
    private static @Nullable Node visitMissing(@Nullable Node object, @Nullable Node patch) {
        if (patch == null) {
            return object != null && !object.value().isEmpty() ? object : null;
        }
        if (!patch.isMapping()) {
            return patch;
        }
        return Directive.take(patch) == Directive.DELETE ? null : patch;
    }
}
