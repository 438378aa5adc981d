package io.fluxj.kustomize.kustomization;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.yaml.Bounds;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.YamlException;
import io.fluxj.kustomize.yaml.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds lines of fields in the text of a kustomization file, once something is wrong with one of them. */
public record FieldLines(String text, Bounds bounds) {

    private static final int MOST_DIGITS = 9;

    /** The line of a field such as {@code patches[2].target}, or of the nearest field around it; 0 if there is none. */
    public int of(String field) {
        try {
            Node root = YamlReader.read(text, bounds, 1);
            return root == null ? 0 : line(root, field, 0);
        } catch (YamlException e) {
            return e.line();
        }
    }

    /** Adds the file, and the line of the field concerned, to a failure that names no other place. */
    public BuildException locate(BuildException failure, String path) {
        BuildException placed = failure.inKustomization(path);
        if (!placed.kustomization().equals(placed.file().or(placed::kustomization))
                || !placed.kustomization().orElse("").equals(path)) {
            return placed;
        }
        BuildException filed = placed.inFile(path);
        return filed.line().isPresent() ? filed : filed.atLine(of(filed.field().orElse("")));
    }

    private static int line(Node node, String field, int around) {
        if (field.isEmpty()) {
            return around;
        }
        if (node.isSequence() && field.startsWith("[")) {
            return ofElement(node, field, around);
        }
        return node.isMapping() ? ofEntry(node, field, around) : around;
    }

    private static int ofElement(Node list, String field, int around) {
        int end = field.indexOf(']');
        int index = end < 0 ? -1 : index(field.substring(1, end));
        if (index < 0 || index >= list.content().size()) {
            return around;
        }
        Node element = list.content().get(index);
        return line(element, rest(field, end + 1), element.line());
    }

    /** Keys may hold brackets too, so what stands in them need not be a number; then it is -1. */
    private static int index(String digits) {
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : -1;
    }

    private static int ofEntry(Node map, String field, int around) {
        List<Node> content = map.content();
        for (int i = 0; i < content.size(); i += 2) {
            @Nullable String rest = after(content.get(i).value(), field);
            if (rest != null) {
                return line(content.get(i + 1), rest, content.get(i).line());
            }
        }
        return around;
    }

    /** What follows a key at the beginning of a field, or null if the field does not begin with it. */
    private static @Nullable String after(String key, String field) {
        boolean begins = field.regionMatches(true, 0, key, 0, key.length()) && !key.isEmpty();
        boolean whole = begins
                && (field.length() == key.length()
                        || field.charAt(key.length()) == '.'
                        || field.charAt(key.length()) == '[');
        return whole ? rest(field, key.length()) : null;
    }

    private static String rest(String field, int from) {
        return from < field.length() && field.charAt(from) == '.' ? field.substring(from + 1) : field.substring(from);
    }
}
