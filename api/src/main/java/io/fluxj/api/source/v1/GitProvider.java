package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Choice;

/** Who issues the credentials for a Git repository. */
public enum GitProvider implements Choice.Named {
    /** The Secret holds them. */
    GENERIC("generic"),
    /** AWS CodeCommit, by workload identity. */
    AWS("aws"),
    /** Azure DevOps, by workload identity. */
    AZURE("azure"),
    /** Google's Secure Source Manager, by workload identity. An addition of ours. */
    GCP("gcp"),
    /** A GitHub App whose key the Secret holds. */
    GITHUB("github");

    private final String text;

    GitProvider(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
