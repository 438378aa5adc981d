package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** Whether hooks are post-rendered as well. */
public enum PostRenderStrategy implements Choice.Named {
    /** Hooks are left as they are. */
    NOHOOKS("nohooks"),
    /** Hooks and other manifests are post-rendered together. */
    COMBINED("combined"),
    /** Hooks and other manifests are post-rendered, each for themselves. */
    SEPARATE("separate");

    private final String text;

    PostRenderStrategy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
