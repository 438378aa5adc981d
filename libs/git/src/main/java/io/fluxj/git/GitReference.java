package io.fluxj.git;

/** What to look for in a repository. */
public sealed interface GitReference {
    /**
     * The head of a branch.
     *
     * @param name short name, slashes allowed
     */
    record Branch(String name) implements GitReference {}

    /**
     * A tag; an annotated one stands for its commit.
     *
     * @param name short name, slashes allowed
     */
    record Tag(String name) implements GitReference {}

    /**
     * The tag that a selector chooses.
     *
     * @param range what is wanted, for messages
     * @param selector chooses
     */
    record TagRange(String range, TagSelector selector) implements GitReference {}

    /**
     * Any reference.
     *
     * @param name full name, {@code refs/pull/1/head} and the like
     */
    record FullName(String name) implements GitReference {}

    /**
     * One commit, wherever it lies.
     *
     * @param hash all 40 hexadecimal digits; anything else is never found
     * @param branch short name of the branch that the revision shall name, which has to exist, or empty for none
     */
    record Commit(String hash, String branch) implements GitReference {}
}
