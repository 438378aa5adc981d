package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.cel.CustomRules;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a custom object against its schema and the rules in it. */
public final class CustomValidation {
    private static final Set<String> BLOCKING = Set.of(
            "FieldValueNotSupported",
            "FieldValueRequired",
            "FieldValueTooLong",
            "FieldValueTooMany",
            "FieldValueTypeInvalid");
    private static final Cause NOT_CHECKED = new Cause(
            "FieldValueInvalid",
            "Invalid value: null: some validation rules were not checked because the object was invalid; correct the"
                    + " existing errors to complete validation",
            "<nil>");

    private CustomValidation() {}

    /**
     * What is wrong with the object.
     *
     * @param before the state before, null when the object is new
     * @param warnings gets what is as wrong as it was before
     */
    public static List<Cause> check(
            ResourceType type, @Nullable ObjectNode before, ObjectNode object, List<String> warnings) {
        List<Cause> out = new ArrayList<>(StructuralValidation.check(type.schema(), before, object));
        CustomRules rules = type.schema().derived(CustomRules.class, schema -> CustomRules.of(written(type)));
        if (rules.none()) {
            return out;
        }
        if (out.stream().anyMatch(cause -> BLOCKING.contains(cause.reason()))) {
            out.add(NOT_CHECKED);
            return out;
        }
        CustomRules.Verdict verdict = rules.check(before, object);
        out.addAll(verdict.causes());
        warnings.addAll(verdict.warnings());
        return out;
    }

    private static JsonNode written(ResourceType type) {
        JsonNode version = type.custom();
        return version == null
                ? Nodes.FACTORY.missingNode()
                : version.path("schema").path("openAPIV3Schema");
    }
}
