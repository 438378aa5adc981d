package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.ResourceType;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Field selectors such as {@code metadata.name=a,spec.nodeName!=b}; which fields there are depends on the kind. */
final class FieldSelector {
    private static final Set<String> EVERYWHERE = Set.of("metadata.name", "metadata.namespace");
    private static final Map<String, Set<String>> BY_KIND = Map.of(
            "Pod",
            Set.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "spec.hostNetwork",
                    "status.phase",
                    "status.podIP",
                    "status.nominatedNodeName"),
            "Event",
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "regarding.kind",
                    "regarding.namespace",
                    "regarding.name",
                    "regarding.uid",
                    "reason",
                    "reportingComponent",
                    "reportingController",
                    "source",
                    "type"),
            "Secret",
            Set.of("type"),
            "Namespace",
            Set.of("status.phase"),
            "Node",
            Set.of("spec.unschedulable"),
            "ReplicaSet",
            Set.of("status.replicas"),
            "Job",
            Set.of("status.successful"),
            "Service",
            Set.of("spec.clusterIP", "spec.type"),
            "CertificateSigningRequest",
            Set.of("spec.signerName"));

    private FieldSelector() {}

    static Predicate<ObjectNode> parse(ResourceType type, String selector) {
        Predicate<ObjectNode> all = object -> true;
        for (String part : SelectorTerms.split(selector)) {
            if (!part.isBlank()) {
                all = all.and(requirement(type, part.strip()));
            }
        }
        return all;
    }

    private static Predicate<ObjectNode> requirement(ResourceType type, String part) {
        int not = part.indexOf("!=");
        int equals = part.indexOf('=');
        if (equals < 0) {
            throw ApiError.badRequest("invalid selector: '" + part + "'; can't understand '" + part + "'");
        }
        String field = part.substring(0, not >= 0 ? not : equals);
        String rest = part.substring(not >= 0 ? not + 2 : equals + 1);
        String value = SelectorTerms.unescaped(rest.startsWith("=") ? rest.substring(1) : rest);
        check(type, field);
        return object -> read(object, field).equals(value) == (not < 0);
    }

    private static void check(ResourceType type, String field) {
        boolean known = EVERYWHERE.contains(field) && (type.namespaced() || !field.endsWith("namespace"));
        known |= !type.isCustom() && BY_KIND.getOrDefault(type.kind(), Set.of()).contains(field);
        known |= type.isCustom() && selectable(type, field);
        if (!known) {
            throw ApiError.badRequest(
                    type.isCustom() || BY_KIND.containsKey(type.kind())
                            ? "field label not supported: " + field
                            : "\"" + field + "\" is not a known field selector: only \"metadata.name\""
                                    + (type.namespaced() ? ", \"metadata.namespace\"" : ""));
        }
    }

    private static boolean selectable(ResourceType type, String field) {
        JsonNode version = type.custom();
        if (version == null) {
            return false;
        }
        for (JsonNode selectable : version.path("selectableFields")) {
            if (selectable.path("jsonPath").asText().equals("." + field)) {
                return true;
            }
        }
        return false;
    }

    private static String read(ObjectNode object, String field) {
        JsonNode at = object;
        for (String step : field.split("\\.", -1)) {
            at = at.path(step);
        }
        if (field.equals("source")) {
            return at.path("component").asText("");
        }
        return at.asText("");
    }
}
