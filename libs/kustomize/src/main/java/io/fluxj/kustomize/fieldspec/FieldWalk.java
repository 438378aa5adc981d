package io.fluxj.kustomize.fieldspec;

import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.yaml.Lookup;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks an object along field specs and sets what it finds. */
public final class FieldWalk {

    private final Setter setter;
    private final Node.@Nullable Kind created;
    private final String createdTag;

    private FieldWalk(Setter setter, Node.@Nullable Kind created, String createdTag) {
        this.setter = setter;
        this.created = created;
        this.createdTag = createdTag;
    }

    /** Sets fields that are there. */
    public static FieldWalk setting(Setter setter) {
        return new FieldWalk(setter, null, "");
    }

    /** Sets fields, making those that are missing where the spec says create. */
    public static FieldWalk creating(Node.Kind kind, String tag, Setter setter) {
        return new FieldWalk(setter, kind, tag);
    }

    /** Walks an object along every spec. */
    public void apply(Node object, List<FieldSpec> specs) {
        for (FieldSpec spec : specs) {
            apply(object, spec);
        }
    }

    /** Walks an object along one spec, if it is of the spec's kinds. */
    public void apply(Node object, FieldSpec spec) {
        Gvk gvk = Gvk.of(Mappings.text(object, "apiVersion"), Mappings.text(object, "kind"));
        if (gvk.isSelectedBy(spec.gvk())) {
            walk(object, split(spec.path(), '/'), 0, spec.create());
        }
    }

    private void walk(Node node, List<String> path, int at, boolean create) {
        if (at == path.size()) {
            setter.set(node);
            return;
        }
        if (node.isNull()) {
            return;
        }
        switch (node.kind()) {
            case SEQUENCE -> List.copyOf(node.content()).forEach(element -> walk(element, path, at, create));
            case MAPPING -> walkField(node, path, at, create);
            case SCALAR, ALIAS ->
                throw new YamlException(
                        "expected a map or list on the way to '" + String.join("/", path) + "'",
                        node.line(),
                        "write the object as its kind wants it there");
        }
    }

    private void walkField(Node node, List<String> path, int at, boolean create) {
        String part = path.get(at);
        boolean list = part.endsWith("[]");
        String name = list ? part.substring(0, part.length() - 2) : part;
        if (name.isEmpty()) {
            throw new YamlException(
                    "empty field name in the path '" + String.join("/", path) + "'",
                    node.line(),
                    "write one slash between two names");
        }
        Node.Kind kind = null;
        String tag = "";
        Node field;
        if (!create || created == null || list) {
            field = Lookup.find(node, name);
            kind = list ? Node.Kind.SEQUENCE : null;
        } else {
            boolean last = at == path.size() - 1;
            kind = last ? created : Node.Kind.MAPPING;
            tag = last ? createdTag : "!!map";
            field = Lookup.create(node, kind, List.of(name));
        }
        if (field == null) {
            return;
        }
        if (field.isNull() && kind != null) {
            field.become(kind, tag);
        }
        walk(field, path, at + 1, create);
    }

    /** Splits a path; a backslash before the delimiter takes it literally. */
    public static List<String> split(String path, char delimiter) {
        int start = path.length() > 1 && path.charAt(0) == delimiter ? 1 : 0;
        return path.indexOf('\\') < 0 ? splitPlain(path, start, delimiter) : splitEscaped(path, start, delimiter);
    }

    private static List<String> splitPlain(String path, int start, char delimiter) {
        List<String> parts = new ArrayList<>();
        int from = start;
        for (int to = path.indexOf(delimiter, from); to >= 0; to = path.indexOf(delimiter, from)) {
            parts.add(path.substring(from, to));
            from = to + 1;
        }
        parts.add(path.substring(from));
        return parts;
    }

    private static List<String> splitEscaped(String path, int start, char delimiter) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = start; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == delimiter && part.length() > 0 && part.charAt(part.length() - 1) == '\\') {
                part.setCharAt(part.length() - 1, delimiter);
            } else if (c == delimiter) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
