package io.fluxj.git.jgit;

/**
 * Where a tree names a commit of another repository.
 *
 * @param path in the tree
 * @param hash of the commit
 */
record Gitlink(String path, String hash) {
    /** How many names the path has. */
    int depth() {
        return path.split("/", -1).length;
    }
}
