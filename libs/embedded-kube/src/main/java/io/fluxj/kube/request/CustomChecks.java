package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.crd.StructuralValidation;
import java.util.List;

/** Checks custom objects against their schema. */
final class CustomChecks {
    private CustomChecks() {}

    static void create(ResourceType type, ObjectNode object) {
        if (type.isCustom()) {
            refuse(type, object, StructuralValidation.check(type.schema(), null, object));
        }
    }

    static void update(ResourceType type, ObjectNode before, ObjectNode next, String subresource) {
        if (type.isCustom()) {
            refuse(type, next, StructuralValidation.check(type.schema(), before, next));
        }
    }

    private static void refuse(ResourceType type, ObjectNode object, List<ApiError.Cause> causes) {
        if (!causes.isEmpty()) {
            throw ApiError.invalid(type.groupKind(), new Meta(object).name(), causes);
        }
    }
}
