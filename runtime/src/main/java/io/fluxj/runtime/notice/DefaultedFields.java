package io.fluxj.runtime.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/**
 * Tells the fields that somebody wrote from those that the API server filled in with their defaults. Nobody owns a default that was filled in at a
 * server-side apply. One that was filled in at {@code kubectl apply} belongs to kubectl, whose annotation has what was written.
 */
final class DefaultedFields {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final String CLIENT_SIDE_APPLY = "kubectl-client-side-apply";

    private final List<ManagedFieldsEntry> managers;
    private final JsonNode lastApplied;

    private DefaultedFields(List<ManagedFieldsEntry> managers, JsonNode lastApplied) {
        this.managers = managers;
        this.lastApplied = lastApplied;
    }

    /** Of an object with its managed fields. */
    static DefaultedFields of(ObjectMeta metadata) {
        List<ManagedFieldsEntry> managers = metadata.getManagedFields();
        return new DefaultedFields(managers == null ? List.of() : managers, lastApplied(metadata.getAnnotations()));
    }

    /** Whether a field within {@code spec} was filled in; false also where nobody can tell. */
    boolean isFilledIn(String field) {
        List<ManagedFieldsEntry> owners =
                managers.stream().filter(manager -> owns(manager, field)).toList();
        if (owners.isEmpty()) {
            return !managers.isEmpty();
        }
        JsonNode written = lastApplied.path("spec");
        return written.isObject()
                && !written.has(field)
                && owners.stream().allMatch(owner -> CLIENT_SIDE_APPLY.equals(owner.getManager()));
    }

    private static boolean owns(ManagedFieldsEntry manager, String field) {
        return manager.getFieldsV1() != null
                && manager.getFieldsV1().getAdditionalProperties().get("f:spec") instanceof Map<?, ?> spec
                && spec.containsKey("f:" + field);
    }

    private static JsonNode lastApplied(Map<String, String> annotations) {
        try {
            return JSON.readTree(annotations == null ? "" : annotations.getOrDefault(LAST_APPLIED, ""));
        } catch (JsonProcessingException written) {
            return JSON.missingNode(); // anyone may write annotations
        }
    }
}
