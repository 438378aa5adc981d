package io.fluxj.cli.installation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What of Flux is in a cluster, whosever it is. */
public record Installation(Cluster cluster) {
    /** The label that everything of an installation carries. */
    public static final String PART_OF = "app.kubernetes.io/part-of=flux";

    private static final String VERSION = "app.kubernetes.io/version";
    private static final String KEEPER = "kustomize.toolkit.fluxcd.io/name";
    private static final ObjectRef DEFINITIONS =
            new ObjectRef("apiextensions.k8s.io", "v1", "CustomResourceDefinition", "", "");

    /**
     * Who keeps it.
     *
     * @param version as its labels say; empty when they do not
     * @param keeper {@code namespace/name} of the Kustomization that applies it; empty when none does
     */
    public record About(String version, String keeper) {
        /** Whether it manages itself from Git. */
        public boolean isBootstrapped() {
            return !keeper.isEmpty();
        }
    }

    /** Empty when Flux is not installed: its first definition is missing. */
    public Optional<About> about() {
        ObjectRef first = new ObjectRef(
                DEFINITIONS.group(), "v1", DEFINITIONS.kind(), "", "gitrepositories.source.toolkit.fluxcd.io");
        return cluster.get(first).map(definition -> {
            JsonNode labels = definition.path("metadata").path("labels");
            String name = labels.path(KEEPER).asText("");
            String namespace =
                    labels.path("kustomize.toolkit.fluxcd.io/namespace").asText("");
            return new About(labels.path(VERSION).asText(""), name.isEmpty() ? "" : namespace + "/" + name);
        });
    }

    /** The Deployments in a namespace, by name. */
    public List<JsonNode> deployments(String namespace) {
        ObjectRef kind = new ObjectRef("apps", "v1", "Deployment", namespace, "");
        return items(cluster.list(kind, PART_OF))
                .sorted(Comparator.comparing(Installation::name))
                .toList();
    }

    /** The definitions of Flux's kinds, by name. */
    public List<JsonNode> definitions() {
        return items(cluster.list(DEFINITIONS, PART_OF))
                .sorted(Comparator.comparing(Installation::name))
                .toList();
    }

    /** All objects of the kind of a definition, in the version that is stored. */
    public List<JsonNode> objects(JsonNode definition) {
        List<JsonNode> all = new ArrayList<>();
        items(cluster.list(kind(definition), "")).forEach(all::add);
        return all;
    }

    /** The kind of a definition, in the version that is stored. */
    public static ObjectRef kind(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        return new ObjectRef(
                spec.path("group").asText(),
                storedVersion(definition),
                spec.path("names").path("kind").asText(),
                "",
                "");
    }

    /** The version in which objects are stored. */
    public static String storedVersion(JsonNode definition) {
        return StreamSupport.stream(definition.path("spec").path("versions").spliterator(), false)
                .filter(version -> version.path("storage").asBoolean())
                .map(version -> version.path("name").asText())
                .findFirst()
                .orElse("");
    }

    /** {@code metadata.name}. */
    public static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    /** The image of each container of a Deployment. */
    public static List<String> images(JsonNode deployment) {
        return StreamSupport.stream(
                        deployment.at("/spec/template/spec/containers").spliterator(), false)
                .map(container -> container.path("image").asText())
                .toList();
    }

    /** What comes after the last colon of an image's name, or its digest. */
    public static String tag(String image) {
        int at = image.indexOf('@');
        return at >= 0 ? image.substring(at + 1) : image.substring(image.lastIndexOf(':') + 1);
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false);
    }
}
