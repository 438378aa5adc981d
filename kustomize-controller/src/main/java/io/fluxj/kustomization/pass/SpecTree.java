package io.fluxj.kustomization.pass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.api.kustomize.v1.KustomizationSpec;

/** A spec as JSON. */
final class SpecTree {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SpecTree() {}

    static JsonNode of(KustomizationSpec spec) {
        return JSON.valueToTree(spec);
    }
}
