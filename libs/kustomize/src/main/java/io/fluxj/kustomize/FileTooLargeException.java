package io.fluxj.kustomize;

import java.io.IOException;

/** A file is longer than the bytes that a build may read. */
public final class FileTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    public FileTooLargeException(String path, long maxBytes) {
        super("file '" + path + "' has more than " + maxBytes + " bytes");
    }
}
