package io.fluxj.source.bucket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The file that an object becomes, relative to the artifact's root.
 *
 * @param parts names of its folders and its own; none is empty, {@code .} or {@code ..}
 */
record ObjectPath(List<String> parts) {
    private static final int LONGEST_NAME = 255;

    /** Doubled slashes and dots have no meaning in the names of files. */
    static ObjectPath of(String key) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : key.split("/", -1)) {
            if (part.equals("..")) {
                throw refused(key, "leads out of its folder (..)");
            }
            if (part.indexOf('\0') >= 0
                    || part.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_NAME) {
                throw refused(key, "has a part that no file can be called");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            throw refused(key, "names no file");
        }
        return new ObjectPath(List.copyOf(parts));
    }

    private static IOException refused(String key, String why) {
        return new IOException("the key '" + key.replaceAll("\\p{Cntrl}", "?") + "' " + why
                + "; rename the object or leave it out by spec.ignore");
    }

    String text() {
        return String.join("/", parts);
    }

    /** All folders above it. */
    List<String> folders() {
        List<String> folders = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            folders.add(String.join("/", parts.subList(0, i)));
        }
        return folders;
    }
}
