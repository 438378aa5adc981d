package io.fluxj.watcher.copy;

/**
 * A place in a source or in the artifact, written {@code @alias/path}.
 *
 * @param alias without the {@code @}
 * @param path below its root; may be empty
 */
public record AliasPath(String alias, String path) {
    /** The alias of the artifact that is being made. */
    public static final String ARTIFACT = "artifact";

    /**
     * Reads one.
     *
     * @throws CopyException when it is none
     */
    public static AliasPath parse(String text) throws CopyException {
        if (!text.startsWith("@")) {
            throw new CopyException("path must start with '@'");
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new CopyException("path format must be '@alias/path'");
        }
        return new AliasPath(text.substring(1, slash), text.substring(slash + 1));
    }
}
