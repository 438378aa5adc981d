package io.fluxj.source.git;

import io.fluxj.git.FetchedCommit;
import java.nio.file.Path;

/**
 * A commit and its files.
 *
 * @param commit the commit
 * @param folder holds its files
 */
record Fetched(FetchedCommit commit, Path folder) {
    private static final int LONGEST = 50;

    /** The revision as artifacts show it. */
    String revision() {
        return commit.revision().toString();
    }

    /** First line of the message, cut to 50 characters. */
    String subject() {
        String line = commit.message().split("\n", 2)[0];
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...";
    }
}
