package io.fluxj.watcher.copy;

import java.util.ArrayList;
import java.util.List;

/**
 * What an operation leaves out: what matches by its path in the source, by its path below what was chosen, or, for patterns without a slash, by its name alone.
 * Source: behaviour §7.
 */
final class Excludes {
    private final List<PathGlob> paths;
    private final List<PathGlob> names;

    private Excludes(List<PathGlob> paths, List<PathGlob> names) {
        this.paths = paths;
        this.names = names;
    }

    /**
     * Those of an operation.
     *
     * @throws CopyException naming the pattern that is malformed
     */
    static Excludes of(List<String> patterns) throws CopyException {
        List<PathGlob> paths = new ArrayList<>();
        List<PathGlob> names = new ArrayList<>();
        for (String pattern : patterns) {
            PathGlob glob = parse(pattern);
            paths.add(glob);
            if (!pattern.contains("/")) {
                names.add(glob);
            }
        }
        return new Excludes(List.copyOf(paths), List.copyOf(names));
    }

    private static PathGlob parse(String pattern) throws CopyException {
        try {
            return PathGlob.parse(pattern);
        } catch (CopyException malformed) {
            throw new CopyException("invalid exclude pattern '" + pattern + "': " + malformed.getMessage(), malformed);
        }
    }

    /**
     * Whether a file or folder is left out.
     *
     * @param path in the source
     * @param base folder that the operation chose from; empty for the source itself
     */
    boolean match(String path, String base) {
        return matchesAny(path)
                || (!base.isEmpty() && path.startsWith(base + "/") && matchesAny(path.substring(base.length() + 1)));
    }

    private boolean matchesAny(String path) {
        String name = RelativePath.name(path);
        return paths.stream().anyMatch(glob -> glob.matches(path))
                || names.stream().anyMatch(glob -> glob.matches(name));
    }
}
