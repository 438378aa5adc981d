package io.fluxj.api.sourceextensions.v1beta1;

import io.fluxj.api.meta.Choice;

/** What to do with a file that is there already. */
public enum CopyStrategy implements Choice.Named {
    /** Replace it. */
    OVERWRITE("Overwrite"),
    /** Merge YAML files as Helm merges values; replace others. */
    MERGE("Merge"),
    /** Unpack .tar.gz and .tgz files instead of copying them. */
    EXTRACT("Extract");

    private final String text;

    CopyStrategy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
