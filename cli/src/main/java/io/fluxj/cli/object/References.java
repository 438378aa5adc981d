package io.fluxj.cli.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.cli.kind.FluxKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an object needs of others, by the fields of its kind. */
public final class References {
    private References() {}

    /** What an object is made from: its source; of a release the chart or the repository of the chart. */
    public static Optional<ObjectReference> source(FluxKind kind, FluxObject object) {
        return sources(kind, object).findFirst();
    }

    /** The objects that must be ready before it: first what it is made from, then what it depends on. */
    public static List<ObjectReference> needed(FluxKind kind, FluxObject object) {
        return Stream.concat(
                        Stream.concat(chart(kind, object).stream(), sources(kind, object)),
                        dependencies(kind, object).stream())
                .distinct()
                .toList();
    }

    /** {@code spec.dependsOn}. */
    public static List<ObjectReference> dependencies(FluxKind kind, FluxObject object) {
        return object.elements("/spec/dependsOn")
                .map(each -> new ObjectReference(
                        kind.kind(), namespace(each, object), each.path("name").asText("")))
                .toList();
    }

    /** The HelmChart that a release made for itself, once it did. */
    public static Optional<ObjectReference> chart(FluxKind kind, FluxObject object) {
        String chart = kind == FluxKind.HELM_RELEASE ? object.text("/status/helmChart") : "";
        int slash = chart.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(new ObjectReference("HelmChart", chart.substring(0, slash), chart.substring(slash + 1)));
    }

    private static Stream<ObjectReference> sources(FluxKind kind, FluxObject object) {
        return switch (kind) {
            case KUSTOMIZATION, HELM_CHART, IMAGE_UPDATE -> at(object, "/spec/sourceRef", "GitRepository");
            case HELM_RELEASE ->
                Stream.concat(at(object, "/spec/chartRef", ""), at(object, "/spec/chart/spec/sourceRef", ""));
            case IMAGE_POLICY -> at(object, "/spec/imageRepositoryRef", "ImageRepository");
            case ALERT -> at(object, "/spec/providerRef", "Provider");
            case EXTERNAL_ARTIFACT -> at(object, "/spec/sourceRef", "");
            case ARTIFACT_GENERATOR -> object.elements("/spec/sources").map(each -> reference(each, object, ""));
            case GIT_REPOSITORY ->
                object.elements("/spec/include")
                        .map(each -> reference(each.path("repository"), object, "GitRepository"));
            case OCI_REPOSITORY, BUCKET, HELM_REPOSITORY, IMAGE_REPOSITORY, RECEIVER, PROVIDER -> Stream.empty();
        };
    }

    private static Stream<ObjectReference> at(FluxObject object, String pointer, String kindIfAbsent) {
        JsonNode node = object.at(pointer);
        return node.isObject() ? Stream.of(reference(node, object, kindIfAbsent)) : Stream.empty();
    }

    private static ObjectReference reference(JsonNode node, FluxObject from, String kindIfAbsent) {
        return new ObjectReference(
                node.path("kind").asText(kindIfAbsent),
                namespace(node, from),
                node.path("name").asText(""));
    }

    private static String namespace(JsonNode node, FluxObject from) {
        String named = node.path("namespace").asText("");
        return named.isEmpty() ? from.namespace() : named;
    }
}
