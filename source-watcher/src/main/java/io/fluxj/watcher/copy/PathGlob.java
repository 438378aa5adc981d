package io.fluxj.watcher.copy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A pattern of paths by the rules of doublestar: {@code *}, {@code ?} and {@code [...]} within a name, {@code **} for any number of folders, {@code {a,b}} for
 * either. Matches in time proportional to the path. Source: behaviour §7; flux-2.10 §11 for the bound on alternatives.
 */
final class PathGlob {
    private static final int MOST_COMMAS = 20;

    private final Pattern regex;

    private PathGlob(Pattern regex) {
        this.regex = regex;
    }

    /**
     * Reads one.
     *
     * @throws CopyException when it is malformed
     */
    static PathGlob parse(String pattern) throws CopyException {
        requireFewAlternatives(pattern);
        try {
            return new PathGlob(Pattern.compile(new GlobTranslation(pattern).regex(), Pattern.DOTALL));
        } catch (PatternSyntaxException | IllegalArgumentException malformed) {
            throw new CopyException("syntax error in pattern '" + pattern + "'", malformed);
        }
    }

    /** Whether a path, relative to the root of its tree, matches as a whole. */
    boolean matches(String path) {
        return regex.matches(path);
    }

    /**
     * Refuses patterns that other implementations would expand for ever.
     *
     * @throws CopyException saying how many alternatives there are
     */
    static void requireFewAlternatives(String pattern) throws CopyException {
        int commas = 0;
        int depth = 0;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> depth = Math.max(0, depth - 1);
                case ',' -> commas += depth > 0 ? 1 : 0;
                default -> {}
            }
        }
        if (commas > MOST_COMMAS) {
            throw new CopyException("pattern has %d alternatives in '{}' groups, at most %d are allowed"
                    .formatted(commas, MOST_COMMAS));
        }
    }
}
