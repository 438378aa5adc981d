package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Choice;

/** Techniques of signing OCI artifacts. */
public enum SignatureProvider implements Choice.Named {
    /** Sigstore cosign. */
    COSIGN("cosign"),
    /** Notary Project notation. */
    NOTATION("notation");

    private final String text;

    SignatureProvider(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
