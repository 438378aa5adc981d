package io.fluxj.automation.update;

/** Nothing lies at {@code spec.update.path}. */
public final class PathNotFoundException extends Exception {
    private static final long serialVersionUID = 1L;

    PathNotFoundException(String path) {
        super("walking path for files: lstat " + path + ": no such file or directory");
    }
}
