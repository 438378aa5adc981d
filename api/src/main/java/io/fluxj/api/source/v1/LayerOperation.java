package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Choice;

/** What to do with a layer. */
public enum LayerOperation implements Choice.Named {
    /** Unpack it, leave out what spec.ignore says, and pack it anew. */
    EXTRACT("extract"),
    /** Keep the file as it is. */
    COPY("copy");

    private final String text;

    LayerOperation(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
