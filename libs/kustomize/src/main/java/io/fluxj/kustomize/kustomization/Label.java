package io.fluxj.kustomize.kustomization;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import java.util.List;
import java.util.Map;

/** One entry of {@code labels}. */
public record Label(
        Map<String, String> pairs, boolean includeSelectors, boolean includeTemplates, List<FieldSpec> fields) {

    static Label read(Fields fields) {
        return new Label(
                fields.textMap("pairs"),
                fields.flag("includeSelectors"),
                fields.flag("includeTemplates"),
                fields.objects("fields", FieldSpecs::read));
    }
}
