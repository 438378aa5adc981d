package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.CelType;
import java.util.function.Function;

/** A text, number, truth value or time. */
record ScalarType(CelType type, long maxElements, long minBytes, Function<JsonNode, Object> reader)
        implements DeclaredType {
    @Override
    public Object value(JsonNode json) {
        return reader.apply(json);
    }
}
