package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Choice;

/** Who vouches for those who sign commits and tags, where no keys of theirs are known. An addition of ours. */
public enum GitSignatureProvider implements Choice.Named {
    /** Sigstore, as gitsign uses it. */
    COSIGN("cosign");

    private final String text;

    GitSignatureProvider(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
