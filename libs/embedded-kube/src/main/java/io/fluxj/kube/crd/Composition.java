package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import java.util.List;

/** Schemas made of others: allOf, anyOf, oneOf, not. */
final class Composition {
    private final List<Cause> causes;

    Composition(List<Cause> causes) {
        this.causes = causes;
    }

    void check(JsonNode body, JsonNode value, String path) {
        for (JsonNode part : body.path("allOf")) {
            causes.addAll(StructuralValidation.partial(part, value, path));
        }
        if (body.has("anyOf") && passed(body.path("anyOf"), value, path) == 0) {
            none("\"" + path + "\" must validate at least one schema (anyOf)", body.path("anyOf"), value, path);
        }
        if (body.has("oneOf")) {
            long passed = passed(body.path("oneOf"), value, path);
            String one = "\"" + path + "\" must validate one and only one schema (oneOf). Found ";
            if (passed == 0) {
                none(one + "none valid", body.path("oneOf"), value, path);
            } else if (passed > 1) {
                none(one + passed + " valid alternatives", Nodes.array(), value, path);
            }
        }
        if (body.has("not")
                && StructuralValidation.partial(body.path("not"), value, path).isEmpty()) {
            invalid(path, path + " in body must not validate the schema (not)");
        }
    }

    /** No alternative holds: said without a field, followed by what the first one misses. */
    private void none(String message, JsonNode alternatives, JsonNode value, String path) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: \"\": " + message, "<nil>"));
        if (!alternatives.isEmpty()) {
            causes.addAll(StructuralValidation.partial(alternatives.path(0), value, path));
        }
    }

    private static long passed(JsonNode parts, JsonNode value, String path) {
        long passed = 0;
        for (JsonNode part : parts) {
            passed += StructuralValidation.partial(part, value, path).isEmpty() ? 1 : 0;
        }
        return passed;
    }

    private void invalid(String path, String message) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: \"\": " + message, path));
    }
}
