package io.fluxj.kustomization.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The fields of a spec that decide what is built. */
final class BuildFields {

    private static final List<String> NAMES = List.of(
            "targetNamespace",
            "namePrefix",
            "nameSuffix",
            "patches",
            "images",
            "components",
            "ignoreMissingComponents",
            "buildMetadata",
            "postBuild",
            "commonMetadata");

    private BuildFields() {}

    static JsonNode of(JsonNode spec) {
        return spec instanceof ObjectNode fields ? fields.deepCopy().retain(NAMES) : spec;
    }
}
