package io.fluxj.manifest.generate;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths inside an artifact: separated by {@code /}, relative to its root, which is {@code ""}. */
public final class ArtifactPaths {

    private ArtifactPaths() {}

    /** Joins and cleans; {@code ..} never leads above the root, so the result always lies inside. */
    public static String join(String directory, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (directory + "/" + path).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
