package io.fluxj.git;

import java.time.Instant;

/**
 * A commit whose files were written.
 *
 * @param revision the commit and how it was found
 * @param message its whole message
 * @param time when it was committed
 */
public record FetchedCommit(GitRevision revision, String message, Instant time) {}
