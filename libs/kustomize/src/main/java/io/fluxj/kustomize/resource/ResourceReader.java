package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.schema.SchemaInUse;
import io.fluxj.kustomize.yaml.Anchors;
import io.fluxj.kustomize.yaml.Bounds;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Plain;
import io.fluxj.kustomize.yaml.PlainNodes;
import io.fluxj.kustomize.yaml.YamlException;
import io.fluxj.kustomize.yaml.YamlReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of a YAML text: splits it into documents, opens lists, checks that each object has a kind and a name.
 *
 * @see "kyaml-style.md A1"
 */
public final class ResourceReader {

    private static final String TEMPLATE =
            "it looks like a Helm template: install the chart with a HelmRelease, or keep its templates out of the build";

    private final SchemaInUse schema;
    private final Bounds bounds;

    public ResourceReader(SchemaInUse schema, Bounds bounds) {
        this.schema = schema;
        this.bounds = bounds;
    }

    /**
     * The objects of a text, none if it holds only comments.
     *
     * @param file where the text is from, for errors; {@code ""} if it is no file
     */
    public List<Resource> read(String text, String file) {
        List<Resource> result = new ArrayList<>();
        for (Node object : objects(text, file)) {
            result.add(new Resource(object, schema, Place.in(file, object.line())));
        }
        return result;
    }

    private List<Node> objects(String text, String file) {
        try {
            Deque<Node> open = new ArrayDeque<>(documents(text, file));
            List<Node> result = new ArrayList<>();
            while (!open.isEmpty()) {
                Node object = open.removeFirst();
                if (!kind(object).endsWith("List") || Mappings.find(object, "items") == null) {
                    result.add(object);
                } else {
                    open.addAll(items(object, file));
                }
            }
            return result;
        } catch (YamlException e) {
            BuildException failure =
                    BuildException.because(String.valueOf(e.getMessage())).causedBy(e);
            BuildException advised = looksLikeTemplate(text)
                    ? failure.hint(TEMPLATE)
                    : e.hint().map(failure::hint).orElse(failure);
            throw located(advised.hint("check indentation, quotes and colons there and just above"), file, e.line());
        }
    }

    /** Go templates of charts: {@code {{ .Values.x }}}, {@code {{- if ... }}}. */
    private static boolean looksLikeTemplate(String text) {
        int open = text.indexOf("{{");
        return open >= 0 && text.indexOf("}}", open) > open;
    }

    private List<Node> documents(String text, String file) {
        List<Documents.Piece> pieces = Documents.split(text);
        List<Node> roots = new ArrayList<>();
        for (Documents.Piece piece : pieces) {
            Node root = YamlReader.read(piece.text(), bounds, piece.firstLine());
            if (root == null || root.isNull()) {
                continue;
            }
            if (pieces.size() == 1 && isWrapper(root)) {
                Node items = Mappings.find(root, "items");
                roots.addAll(items == null ? List.of() : items.content());
            } else {
                roots.add(root);
            }
        }
        return expanded(roots, file);
    }

    /** The lists that functions exchange; one that brings only the configuration of a function holds no objects. */
    private static boolean isWrapper(Node root) {
        String kind = kind(root);
        boolean list = kind.equals("List") || kind.equals("ResourceList");
        return list && (Mappings.find(root, "items") != null || Mappings.find(root, "functionConfig") != null);
    }

    private List<Node> expanded(List<Node> roots, String file) {
        List<Node> result = new ArrayList<>();
        for (Node root : roots) {
            Node object = Anchors.expand(root, bounds);
            if (!object.isNullOrEmpty()) {
                check(object, file);
                result.add(object);
            }
        }
        return result;
    }

    private static String kind(Node object) {
        return Mappings.text(object, "kind");
    }

    private static void check(Node object, String file) {
        String kind = kind(object);
        Node metadata = Mappings.find(object, "metadata");
        boolean named = metadata != null && !Mappings.text(metadata, "name").isEmpty();
        if (!object.isMapping()) {
            throw located(
                            BuildException.because("a document is not a map, so it is no Kubernetes object"),
                            file,
                            object.line())
                    .hint("a resource file holds objects with apiVersion, kind and metadata.name");
        }
        if (kind.isEmpty()) {
            throw located(BuildException.because("missing kind in object"), file, object.line())
                    .hint("files that hold no Kubernetes objects do not belong into resources");
        }
        if (!named && !kind.endsWith("List")) {
            throw located(
                            BuildException.because("missing metadata.name in object of kind " + kind),
                            file,
                            object.line())
                    .hint("give it a name; generateName is not enough");
        }
    }

    /** Elements of a list of objects; they are taken through JSON, so nothing of their styles is left. */
    private List<Node> items(Node list, String file) {
        Object plain = Plain.ofDecoded(list);
        @Nullable Object items = plain instanceof Map<?, ?> map ? map.get("items") : null;
        List<Node> result = new ArrayList<>();
        if (items instanceof List<?> elements) {
            for (Object element : elements) {
                Node node = PlainNodes.ofJson(element);
                if (!node.isNullOrEmpty()) {
                    check(node, file);
                    result.add(node);
                }
            }
        } else if (items != null) {
            throw located(BuildException.because("items of a " + kind(list) + " is not a list"), file, list.line());
        }
        return result;
    }

    private static BuildException located(BuildException failure, String file, int line) {
        return file.isEmpty() ? failure : failure.inFile(file).atLine(line);
    }
}
