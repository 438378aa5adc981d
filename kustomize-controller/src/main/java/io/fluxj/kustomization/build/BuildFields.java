package io.fluxj.kustomization.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The fields of a spec that decide what is built: all but those that are known not to. */
final class BuildFields {

    /** {@code path} is not among what decides as it is written; a request holds the directory that it means. */
    static final Set<String> WITHOUT_EFFECT = Set.of(
            "sourceRef",
            "path",
            "interval",
            "retryInterval",
            "timeout",
            "prune",
            "deletionPolicy",
            "suspend",
            "force",
            "dependsOn",
            "wait",
            "healthChecks",
            "healthCheckExprs",
            "ignore",
            "serviceAccountName",
            "kubeConfig");

    private BuildFields() {}

    static JsonNode of(JsonNode spec) {
        return spec instanceof ObjectNode fields ? fields.deepCopy().without(WITHOUT_EFFECT) : spec;
    }
}
