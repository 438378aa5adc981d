package io.fluxj.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One line of ignore rules in the dialect of go-git, which is not quite Git's: a pattern also meets everything below a
 * folder that it meets, so that a later {@code !pattern} can let in a file below a folder left out.
 *
 * @param domain the parts of the folder it is relative to
 * @param parts its parts between slashes; an empty part comes from a slash at the start or a doubled one
 * @param includes whether it lets in ({@code !}) rather than leaves out
 * @param foldersOnly whether it ended with a slash
 */
record IgnorePattern(List<String> domain, List<Part> parts, boolean includes, boolean foldersOnly) {

    /** One part of a pattern. */
    sealed interface Part {
        /** Nothing between two slashes. */
        record Empty() implements Part {}

        /** {@code **}. */
        record AnyDepth() implements Part {}

        /** Never met: malformed, or {@code **} beside other characters. */
        record Never() implements Part {}

        /** Meets one name. */
        record Name(Glob glob) implements Part {}
    }

    static IgnorePattern parse(String line, List<String> domain) {
        boolean includes = line.startsWith("!");
        String pattern = includes ? line.substring(1) : line;
        if (!pattern.endsWith("\\ ")) {
            pattern = withoutEndingSpaces(pattern);
        }
        boolean foldersOnly = pattern.endsWith("/");
        if (foldersOnly) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        return new IgnorePattern(domain, parts(pattern), includes, foldersOnly);
    }

    private static List<Part> parts(String pattern) {
        if (!pattern.contains("/")) {
            return List.of(name(pattern));
        }
        return Arrays.stream(pattern.split("/", -1)).map(IgnorePattern::part).toList();
    }

    private static Part part(String text) {
        if (text.isEmpty()) {
            return new Part.Empty();
        }
        if (text.equals("**")) {
            return new Part.AnyDepth();
        }
        return text.contains("**") ? new Part.Never() : name(text);
    }

    private static Part name(String text) {
        Optional<Glob> glob = Glob.parse(text);
        return glob.isPresent() ? new Part.Name(glob.get()) : new Part.Never();
    }

    private static String withoutEndingSpaces(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /**
     * Whether it meets the path.
     *
     * @param path the parts of a path relative to the root
     * @param folder whether that path is a folder
     */
    boolean meets(List<String> path, boolean folder) {
        if (path.size() <= domain.size() || !path.subList(0, domain.size()).equals(domain)) {
            return false;
        }
        List<String> below = path.subList(domain.size(), path.size());
        return parts.size() == 1 ? meetsAnyName(below, folder) : meetsFromStart(below, folder);
    }

    private boolean meetsAnyName(List<String> path, boolean folder) {
        for (int i = 0; i < path.size(); i++) {
            if (isMet(parts.getFirst(), path.get(i))) {
                return folder || !foldersOnly || i < path.size() - 1;
            }
        }
        return false;
    }

    private boolean meetsFromStart(List<String> path, boolean folder) {
        int at = 0;
        boolean anyDepth = false;
        boolean met = false;
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Empty() -> anyDepth = false;
                case Part.AnyDepth() -> anyDepth = i < parts.size() - 1;
                case Part.Never() -> {
                    return false;
                }
                case Part.Name(Glob glob) -> {
                    int found = anyDepth ? firstMatch(glob, path, at) : matchAt(glob, path, at);
                    if (found < 0) {
                        return false;
                    }
                    at = found + 1;
                    met = true;
                    anyDepth = false;
                }
            }
        }
        return met && (folder || !foldersOnly || at < path.size());
    }

    private static int matchAt(Glob glob, List<String> path, int at) {
        return at < path.size() && glob.matches(path.get(at)) ? at : -1;
    }

    private static int firstMatch(Glob glob, List<String> path, int from) {
        for (int i = from; i < path.size(); i++) {
            if (glob.matches(path.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isMet(Part part, String name) {
        return part instanceof Part.Name(Glob glob) && glob.matches(name);
    }
}
