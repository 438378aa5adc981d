package io.fluxj.api.kustomize.v1;

import io.fluxj.api.meta.Choice;

/** Tools that encrypt manifests. */
public enum DecryptionProvider implements Choice.Named {
    /** SOPS. */
    SOPS("sops");

    private final String text;

    DecryptionProvider(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
