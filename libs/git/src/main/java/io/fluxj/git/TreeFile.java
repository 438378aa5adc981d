package io.fluxj.git;

/**
 * A file of a commit.
 *
 * @param path from the commit's root, with slashes
 * @param kind what it is
 */
public record TreeFile(String path, Kind kind) {
    /** What lies at a path. */
    public enum Kind {
        /** A file, executable or not. */
        FILE,
        /** A symbolic link, whose content is where it leads. */
        LINK,
        /** A commit of another repository, whose files are not here. */
        SUBMODULE
    }
}
