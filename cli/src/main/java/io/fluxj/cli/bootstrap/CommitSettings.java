package io.fluxj.cli.bootstrap;

import io.fluxj.git.NewCommit;
import io.fluxj.git.sign.CommitSigner;
import java.util.Optional;

/**
 * How commits are made.
 *
 * @param appendix put at the end of messages; empty for nothing
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record CommitSettings(NewCommit.Author author, Optional<CommitSigner> signer, String appendix) {
    String message(String subject) {
        return appendix.isEmpty() ? subject : subject + "\n\n" + appendix;
    }
}
