package io.fluxj.git;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit whose files were written.
 *
 * @param revision the commit and how it was found
 * @param message its whole message
 * @param time when it was committed
 * @param links paths of symbolic links, which were left out; the first few
 * @param signed the commit with its signature, if it has one
 * @param tag the tag that it was found by; empty when it was not found by one
 */
public record FetchedCommit(
        GitRevision revision,
        String message,
        Instant time,
        List<String> links,
        SignedObject signed,
        Optional<FetchedTag> tag) {
    /** Copies the list. */
    public FetchedCommit {
        links = List.copyOf(links);
    }
}
