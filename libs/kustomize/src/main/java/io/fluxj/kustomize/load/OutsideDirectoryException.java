package io.fluxj.kustomize.load;

import java.io.IOException;

/** A file may not be read because it does not lie in or below the kustomization's own directory. */
final class OutsideDirectoryException extends IOException {

    private static final long serialVersionUID = 1L;

    OutsideDirectoryException(String name, String directory) {
        super("file '" + name + "' is not in or below '" + (directory.isEmpty() ? "." : directory) + "'");
    }
}
