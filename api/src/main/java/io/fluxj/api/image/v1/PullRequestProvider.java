package io.fluxj.api.image.v1;

import io.fluxj.api.meta.Choice;

/** Hosts of Git repositories that know pull requests. */
public enum PullRequestProvider implements Choice.Named {
    /** Gitea and Forgejo. */
    GITEA("gitea"),
    /** GitHub, also one's own. */
    GITHUB("github"),
    /** GitLab, which calls them merge requests. */
    GITLAB("gitlab");

    private final String text;

    PullRequestProvider(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
