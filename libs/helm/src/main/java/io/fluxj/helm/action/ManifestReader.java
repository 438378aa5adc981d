package io.fluxj.helm.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.YamlReader;
import io.fluxj.helm.manifest.ManifestSplit;
import java.util.ArrayList;
import java.util.List;

/** Reads manifests into the objects that they stand for in a cluster. Lists are taken apart. */
final class ManifestReader {
    private final ReleaseCluster cluster;
    private final String namespace;

    /** @param namespace of objects that name none */
    ManifestReader(ReleaseCluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /**
     * The objects of a stream, in its order.
     *
     * @throws ClusterException naming every document that is no object, or of a kind that the cluster does not serve
     */
    List<ReleaseObject> read(String manifest) {
        List<ReleaseObject> objects = new ArrayList<>();
        List<ClusterException> failures = new ArrayList<>();
        for (String document : ManifestSplit.documents(manifest)) {
            try {
                add(tree(document), objects, failures);
            } catch (GoError e) {
                failures.add(other(
                        "error parsing " + place(document) + ": error converting YAML to JSON: " + e.getMessage()));
            }
        }
        if (!failures.isEmpty()) {
            throw together(failures);
        }
        return objects;
    }

    private static JsonNode tree(String document) {
        return ManifestTree.of(YamlReader.readExact(Meter.NONE, document));
    }

    private void add(JsonNode tree, List<ReleaseObject> objects, List<ClusterException> failures) {
        if (tree.isNull()) {
            return;
        }
        String kind = tree.path("kind").asText("");
        if (kind.endsWith("List") && tree.path("items").isArray()) {
            tree.path("items").forEach(item -> add(item, objects, failures));
            return;
        }
        try {
            objects.add(object(tree, kind));
        } catch (ClusterException e) {
            failures.add(e);
        }
    }

    private ReleaseObject object(JsonNode tree, String kind) {
        if (!(tree instanceof ObjectNode content) || kind.isEmpty()) {
            throw other("unable to decode \"\": Object 'Kind' is missing");
        }
        JsonNode metadata = content.path("metadata");
        String name = metadata.path("name").asText("");
        String named = metadata.path("namespace").asText("");
        String apiVersion = content.path("apiVersion").asText("");
        ObjectId id = new ObjectId(apiVersion, kind, named, name);
        if (!isNamespaced(id)) {
            return new ReleaseObject(id.inNamespace(""), content);
        }
        if (named.isEmpty() && metadata instanceof ObjectNode fields) {
            fields.put("namespace", namespace);
        }
        return new ReleaseObject(id.inNamespace(named.isEmpty() ? namespace : named), content);
    }

    private boolean isNamespaced(ObjectId id) {
        try {
            return cluster.isNamespaced(id.apiVersion(), id.kind());
        } catch (ClusterException e) {
            if (e.kind() != ClusterException.Kind.UNKNOWN_KIND) {
                throw e;
            }
            throw new ClusterException(
                    e.kind(),
                    "resource mapping not found for name: \"" + id.name() + "\" namespace: \"" + id.namespace()
                            + "\" from \"\": " + e.getMessage() + "\nensure CRDs are installed first",
                    e);
        }
    }

    private static ClusterException together(List<ClusterException> failures) {
        ClusterException first = failures.getFirst();
        if (failures.size() == 1) {
            return first;
        }
        List<String> messages =
                failures.stream().map(e -> String.valueOf(e.getMessage())).toList();
        return new ClusterException(first.kind(), "[" + String.join(", ", messages) + "]", first);
    }

    private static String place(String document) {
        String source = "# Source: ";
        return document.startsWith(source)
                ? document.lines().findFirst().orElse("").substring(source.length())
                : "";
    }

    private static ClusterException other(String message) {
        return new ClusterException(ClusterException.Kind.OTHER, message);
    }
}
