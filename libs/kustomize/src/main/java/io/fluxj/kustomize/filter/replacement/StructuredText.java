package io.fluxj.kustomize.filter.replacement;

import io.fluxj.kustomize.yaml.Bounds;
import io.fluxj.kustomize.yaml.JsonText;
import io.fluxj.kustomize.yaml.Lookup;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.NodeText;
import io.fluxj.kustomize.yaml.PathMatch;
import io.fluxj.kustomize.yaml.Plain;
import io.fluxj.kustomize.yaml.YamlException;
import io.fluxj.kustomize.yaml.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path that leads into the JSON or YAML which a scalar holds. */
final class StructuredText {

    private static final Bounds BOUNDS = new Bounds(100_000, 100);

    private StructuredText() {}

    /** Writes the value inside the text of a scalar on the path; false if the path does not lead into one. */
    static boolean write(Node root, List<String> path, Node value, PathMatch match) {
        for (int i = 1; i < path.size(); i++) {
            Node scalar = scalarAt(root, path.subList(0, i));
            if (scalar != null) {
                try {
                    Node parsed = YamlReader.read(scalar.value(), BOUNDS, 1);
                    return parsed != null && write(scalar, parsed, path.subList(i, path.size()), value, match);
                } catch (YamlException e) {
                    return false;
                }
            }
        }
        return false;
    }

    private static @Nullable Node scalarAt(Node root, List<String> path) {
        try {
            Node found = Lookup.find(root, path);
            return found != null && found.isScalar() && parses(found) ? found : null;
        } catch (YamlException e) {
            return null;
        }
    }

    private static boolean parses(Node scalar) {
        YamlReader.read(scalar.value(), BOUNDS, 1);
        return true;
    }

    private static boolean write(Node scalar, Node parsed, List<String> path, Node value, PathMatch match) {
        List<Node> fields = match.find(parsed, path);
        if (fields == null || fields.isEmpty()) {
            return false;
        }
        for (Node field : fields) {
            if (field.isScalar()) {
                field.setValue(value.value());
            } else {
                field.assign(value);
            }
        }
        String text = scalar.value();
        scalar.setValue(
                text.strip().startsWith("{") || text.strip().startsWith("[")
                        ? json(parsed, text)
                        : NodeText.of(parsed).strip());
        return true;
    }

    private static String json(Node parsed, String before) {
        Object plain = Plain.ofResource(parsed);
        boolean pretty = before.contains("\n") && before.contains("  ");
        return pretty ? JsonText.indented(plain, "  ") : JsonText.of(plain);
    }
}
