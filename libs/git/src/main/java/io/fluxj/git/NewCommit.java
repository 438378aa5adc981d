package io.fluxj.git;

import io.fluxj.git.sign.CommitSigner;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A commit to be made.
 *
 * @param files contents by path, of files that are there and of new ones
 * @param message as it is written
 * @param author also the committer
 * @param time of both
 * @param signer empty for no signature
 */
public record NewCommit(
        Map<String, byte[]> files, String message, Author author, Instant time, Optional<CommitSigner> signer) {
    public NewCommit {
        files = Map.copyOf(files);
    }

    /**
     * Who commits.
     *
     * @param name may be empty
     */
    public record Author(String name, String email) {}
}
