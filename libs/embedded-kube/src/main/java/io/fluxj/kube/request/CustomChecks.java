package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.crd.CustomValidation;
import io.fluxj.kube.crd.DefinitionValidation;
import java.util.List;

/** Checks custom objects against their schema, and definitions for schemas that nothing could be checked against. */
final class CustomChecks {
    private CustomChecks() {}

    static void create(Target target, ObjectNode object) {
        ResourceType type = target.type();
        if (type.isCustom()) {
            refuse(type, object, CustomValidation.check(type, null, object, target.warnings()));
        } else if (type.kind().equals("CustomResourceDefinition")) {
            refuse(type, object, DefinitionValidation.check(object));
        }
    }

    static void update(Target target, ObjectNode before, ObjectNode next) {
        ResourceType type = target.type();
        if (type.isCustom()) {
            refuse(type, next, CustomValidation.check(type, before, next, target.warnings()));
        } else if (type.kind().equals("CustomResourceDefinition")
                && !before.path("spec").equals(next.path("spec"))) {
            refuse(type, next, DefinitionValidation.check(next));
        }
    }

    private static void refuse(ResourceType type, ObjectNode object, List<ApiError.Cause> causes) {
        if (!causes.isEmpty()) {
            throw ApiError.invalid(type.groupKind(), new Meta(object).name(), causes);
        }
    }
}
