package io.fluxj.git;

import java.util.regex.Pattern;

/**
 * A commit and the reference that it was found by, written {@code main@sha1:<hash>} or {@code sha1:<hash>}.
 *
 * @param name short name of a branch or tag, full name of any other reference; empty for a commit given by its hash
 * @param hash 40 lower-case hexadecimal digits
 */
public record GitRevision(String name, String hash) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");

    /** Checks the hash. */
    public GitRevision {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("not a SHA-1 commit hash: " + hash);
        }
    }

    /** Whether this is a full SHA-1 hash in lower case. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** The written form. */
    @Override
    public String toString() {
        return name.isEmpty() ? "sha1:" + hash : name + "@sha1:" + hash;
    }
}
