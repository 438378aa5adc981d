package io.fluxj.helmrelease.postrender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.meta.CommonMetadata;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Digests of what a spec wants changed in rendered manifests, as Flux computes them: SHA-256 of the field as Go's encoder writes it. They are found with the
 * real controller's recordings.
 *
 * @param postRenderers empty when there are none
 * @param commonMetadata empty when there is none
 */
public record ObservedDigests(String postRenderers, String commonMetadata) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those of a spec. */
    public static ObservedDigests of(HelmReleaseSpec spec) {
        CommonMetadata common = spec.commonMetadata();
        return new ObservedDigests(
                spec.postRenderers().isEmpty() ? "" : digest(ordered(JSON.valueToTree(spec.postRenderers()))),
                common == null ? "" : digest(tree(common)));
    }

    /** Those that a status has. */
    public static ObservedDigests of(HelmReleaseStatus status) {
        return new ObservedDigests(
                Objects.requireNonNullElse(status.observedPostRenderersDigest(), ""),
                Objects.requireNonNullElse(status.observedCommonMetadataDigest(), ""));
    }

    /** The status with these. */
    public HelmReleaseStatus in(HelmReleaseStatus status) {
        return status.withObservedPostRenderersDigest(postRenderers.isEmpty() ? null : postRenderers)
                .withObservedCommonMetadataDigest(commonMetadata.isEmpty() ? null : commonMetadata);
    }

    /** Go has the namespace of a target before its name. */
    private static JsonNode ordered(JsonNode renderers) {
        for (JsonNode patch : renderers.findValues("patches").stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            if (patch.get("target") instanceof ObjectNode target && target.has("name") && target.has("namespace")) {
                for (String field : List.of("name", "annotationSelector", "labelSelector")) {
                    JsonNode value = target.remove(field);
                    if (value != null) {
                        target.set(field, value);
                    }
                }
            }
        }
        return renderers;
    }

    private static JsonNode tree(CommonMetadata common) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        put(tree, "annotations", common.annotations());
        put(tree, "labels", common.labels());
        return tree;
    }

    private static void put(ObjectNode tree, String field, Map<String, String> values) {
        if (!values.isEmpty()) {
            new TreeMap<>(values).forEach(tree.putObject(field)::put);
        }
    }

    /** Go escapes what HTML gives a meaning, and ends with a line break. */
    private static String digest(JsonNode tree) {
        String text = tree.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        return Digest.of(DigestAlgorithm.SHA256, text + "\n").toString();
    }
}
