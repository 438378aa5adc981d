package io.fluxj.kustomize.kustomization;

import io.fluxj.kustomize.fieldspec.FieldSpec;

/** Reads field specs. */
public final class FieldSpecs {

    private FieldSpecs() {}

    public static FieldSpec read(Fields fields) {
        return new FieldSpec(Selector.gvk(fields), fields.text("path"), fields.flag("create"));
    }
}
