package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** What to do with the CRDs of a chart. */
public enum CrdsPolicy implements Choice.Named {
    /** Nothing. */
    SKIP("Skip"),
    /** Create those that do not exist. */
    CREATE("Create"),
    /** Create those that do not exist, and replace the others. */
    CREATE_REPLACE("CreateReplace");

    private final String text;

    CrdsPolicy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
