package io.fluxj.runtime.storage.server;

/** Gets files that are asked for and not there. */
@FunctionalInterface
public interface MissingFiles {
    /** Nothing is to be had. */
    MissingFiles NONE = path -> false;

    /**
     * Tries to get one.
     *
     * @param path relative to the root
     * @return whether it is there now
     */
    boolean fetch(String path);
}
