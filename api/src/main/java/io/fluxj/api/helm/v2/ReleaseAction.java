package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** What can be done with a release. */
public enum ReleaseAction implements Choice.Named {
    /** It was installed. */
    INSTALL("install"),
    /** It was upgraded. */
    UPGRADE("upgrade");

    private final String text;

    ReleaseAction(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
