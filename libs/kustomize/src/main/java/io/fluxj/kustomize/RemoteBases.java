package io.fluxj.kustomize;

import java.io.IOException;

/**
 * Fetches what a kustomization names by URL. The engine itself never opens a connection; a caller that wants remote bases supplies this
 * port and decides what it lets through.
 */
public interface RemoteBases {

    /**
     * A directory of a remote repository.
     *
     * @param tree the whole clone
     * @param directory where in the clone the base lies, {@code ""} for its root
     * @param repository the repository without path and reference, for the origin annotation
     * @param reference branch, tag or commit that was asked for, {@code ""} if none
     */
    record RemoteBase(FileTree tree, String directory, String repository, String reference) {}

    /**
     * Clones the repository of a remote base.
     *
     * @param url as written, for example {@code github.com/org/repo//deploy?ref=v1}
     * @throws IOException with a message that says why it is refused or what failed
     */
    RemoteBase fetchBase(String url) throws IOException;

    /**
     * Downloads a single file.
     *
     * @param url with scheme {@code http} or {@code https}
     * @throws IOException with a message that says why it is refused or what failed
     */
    byte[] fetchFile(String url) throws IOException;

    /** Refuses everything; the default. */
    static RemoteBases refused() {
        return new RefusedRemoteBases();
    }
}
