package io.fluxj.watcher.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fluxj.watcher.pattern.Placeholders.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pattern of folders such as {@code apps/{app}/envs/{env}}: each {@code {name}} stands for some characters of a name. Source: behaviour §7. */
final class PathPattern {
    private static final int LONGEST_NAME = 63;

    private final Pattern regex;
    private final List<String> names;
    private final int depth;

    private PathPattern(Pattern regex, List<String> names, int depth) {
        this.regex = regex;
        this.names = List.copyOf(names);
        this.depth = depth;
    }

    /**
     * Reads one.
     *
     * @throws PatternException when it is malformed, or names something twice
     */
    static PathPattern parse(String pattern) throws PatternException {
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (Piece piece : Placeholders.pieces(pattern)) {
            switch (piece) {
                case Piece.Text(String text) -> regex.append(Pattern.quote(text));
                case Piece.Name(String name) -> {
                    requireNew(name, names);
                    regex.append("([^/]+)");
                    names.add(name);
                }
            }
        }
        return new PathPattern(Pattern.compile(regex.toString()), names, pattern.split("/", -1).length);
    }

    private static void requireNew(String name, List<String> names) throws PatternException {
        if (names.contains(name)) {
            throw new PatternException("duplicate capture variable \"" + name + "\"");
        }
        if (name.length() > LONGEST_NAME || !KubernetesNames.isLabelValue(name)) {
            throw new PatternException("capture variable \"" + name + "\" is not a valid Kubernetes label key");
        }
    }

    /** How many parts the paths have that match. */
    int depth() {
        return depth;
    }

    /** What stands at each name, in their order; empty when the path does not match. */
    Optional<Map<String, String>> captures(String path) {
        Matcher matcher = regex.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> captures = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            captures.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(captures);
    }
}
