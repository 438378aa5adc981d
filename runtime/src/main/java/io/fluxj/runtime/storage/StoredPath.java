package io.fluxj.runtime.storage;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of one object in the store. There is no other way to name one: a path that a status records, which whoever may write the status may
 * have written, counts only inside the object's own folder.
 *
 * @param folder the object's folder
 * @param file name of the file in it; it may have folders before it, as charts with a path for a name do
 */
public record StoredPath(ArtifactFolder folder, String file) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+@~:-]{0,254}");
    private static final int DEEPEST = 10;

    /** Checks that it stays in the folder, and is neither hidden nor a lock. */
    public StoredPath {
        if (!isName(file)) {
            throw new IllegalArgumentException("not the name of an artifact's file: '" + file + "'");
        }
    }

    /**
     * The file that a recorded path names.
     *
     * @param folder folder of the object whose status it stands in
     * @param recorded path relative to the store's root
     * @return empty when it is not a file of this object
     */
    public static Optional<StoredPath> recorded(ArtifactFolder folder, String recorded) {
        String prefix = folder.path() + "/";
        return recorded.startsWith(prefix) && isName(recorded.substring(prefix.length()))
                ? Optional.of(new StoredPath(folder, recorded.substring(prefix.length())))
                : Optional.empty();
    }

    private static boolean isName(String file) {
        String[] parts = file.split("/", -1);
        return parts.length <= DEEPEST
                && Stream.of(parts).allMatch(part -> NAME.matcher(part).matches())
                && !file.endsWith(FileArtifactStore.LOCK);
    }

    /** Another file beside it. */
    public StoredPath beside(String name) {
        return new StoredPath(folder, file.substring(0, file.lastIndexOf('/') + 1) + name);
    }

    /** Path relative to the store's root. */
    public String path() {
        return folder.path() + "/" + file;
    }
}
