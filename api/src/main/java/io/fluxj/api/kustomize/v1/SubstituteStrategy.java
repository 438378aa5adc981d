package io.fluxj.api.kustomize.v1;

import io.fluxj.api.meta.Choice;

/** When variables are replaced. */
public enum SubstituteStrategy implements Choice.Named {
    /** Only if at least one variable is given. */
    WITH_VARIABLES("WithVariables"),
    /** Also without any variable, so that defaults in the manifests take effect. */
    ALWAYS("Always");

    private final String text;

    SubstituteStrategy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
