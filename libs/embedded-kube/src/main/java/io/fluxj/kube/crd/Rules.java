package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CEL rules of a schema. */
final class Rules {
    private Rules() {}

    @SuppressWarnings("UnusedVariable")
    static List<Cause> check(Schema schema, @Nullable ObjectNode before, ObjectNode object) {
        return List.of();
    }
}
