package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.cel.DefinitionRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the schemas of a CustomResourceDefinition for rules that cannot be evaluated. */
public final class DefinitionValidation {
    private DefinitionValidation() {}

    /** What is wrong with the schemas; one that all versions share is told of once. */
    public static List<Cause> check(ObjectNode definition) {
        JsonNode versions = definition.path("spec").path("versions");
        Set<JsonNode> schemas = new HashSet<>();
        versions.forEach(version -> schemas.add(version.path("schema")));
        if (schemas.size() == 1) {
            return DefinitionRules.check(schema(versions.path(0)), "spec.validation.openAPIV3Schema");
        }
        List<Cause> out = new ArrayList<>();
        int index = 0;
        for (JsonNode version : versions) {
            out.addAll(DefinitionRules.check(schema(version), "spec.versions[" + index++ + "].schema.openAPIV3Schema"));
        }
        return out;
    }

    private static JsonNode schema(JsonNode version) {
        return version.path("schema").path("openAPIV3Schema");
    }
}
