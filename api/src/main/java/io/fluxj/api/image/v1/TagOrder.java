package io.fluxj.api.image.v1;

import io.fluxj.api.meta.Choice;

/** Order of tags, of which the last one is chosen. */
public enum TagOrder implements Choice.Named {
    /** Ascending: the greatest is chosen. */
    ASC("asc"),
    /** Descending: the least is chosen. */
    DESC("desc");

    private final String text;

    TagOrder(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
