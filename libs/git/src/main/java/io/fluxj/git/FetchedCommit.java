package io.fluxj.git;

import java.time.Instant;
import java.util.List;

/**
 * A commit whose files were written.
 *
 * @param revision the commit and how it was found
 * @param message its whole message
 * @param time when it was committed
 * @param links paths of symbolic links, which were left out; the first few
 */
public record FetchedCommit(GitRevision revision, String message, Instant time, List<String> links) {
    /** Copies the list. */
    public FetchedCommit {
        links = List.copyOf(links);
    }
}
