package io.fluxj.automation.request;

import java.util.Optional;

/** Requests of one repository at its host. All of it may block for the time that its API allows, and ends when the thread is interrupted. */
public sealed interface RequestHost permits GitHubRequests, GitLabRequests, GiteaRequests {
    /** The open request between two branches. */
    Optional<OpenRequest> find(RequestBranches branches) throws RequestException, InterruptedException;

    /** Opens one. */
    OpenRequest open(RequestBranches branches, RequestText text) throws RequestException, InterruptedException;

    /** Gives one another text. */
    void update(OpenRequest request, RequestText text) throws RequestException, InterruptedException;

    /** Closes one without merging it. */
    void close(OpenRequest request) throws RequestException, InterruptedException;
}
