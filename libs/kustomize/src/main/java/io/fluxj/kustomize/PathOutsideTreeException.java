package io.fluxj.kustomize;

import java.io.IOException;

/** A path, or a symbolic link on it, leads out of a {@link FileTree}. */
public final class PathOutsideTreeException extends IOException {

    private static final long serialVersionUID = 1L;

    public PathOutsideTreeException(String path) {
        super("path '" + path + "' leads outside the root of the file tree");
    }
}
