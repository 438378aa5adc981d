package io.fluxj.kustomize.load;

import java.util.ArrayList;
import java.util.List;

/** Path arithmetic: {@code /}-separated, relative to a tree's root. */
public final class TreePaths {

    private TreePaths() {}

    /** Joins and cleans by the text alone; what leads above the root keeps its leading {@code ..}. */
    public static String join(String directory, String path) {
        List<String> parts = new ArrayList<>();
        for (String part : (directory + "/" + path).split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..")) {
                parts.remove(parts.size() - 1);
            } else {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    static boolean isInOrBelow(String path, String directory) {
        return directory.isEmpty() || path.equals(directory) || path.startsWith(directory + "/");
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
