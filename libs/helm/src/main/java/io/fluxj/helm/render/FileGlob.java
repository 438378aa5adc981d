package io.fluxj.helm.render;

import com.google.re2j.Pattern;

/**
 * Patterns of {@code .Files.Glob}, in the dialect of {@code gobwas/glob} with slashes as separators: {@code **} crosses them, {@code *} and {@code ?} do not,
 * {@code [!a-z]} are classes and {@code {a,b}} alternatives. A malformed pattern matches everything.
 */
final class FileGlob {
    private static final Pattern EVERYTHING = Pattern.compile("(?s).*");

    private final int[] glob;
    private final StringBuilder out = new StringBuilder("(?s)");
    private int at;
    private int braces;

    private FileGlob(String glob) {
        this.glob = glob.codePoints().toArray();
    }

    static Pattern of(String glob) {
        FileGlob reader = new FileGlob(glob);
        return reader.read() ? Pattern.compile(reader.out.toString()) : EVERYTHING;
    }

    /** Whether the pattern is well-formed. */
    private boolean read() {
        while (at < glob.length) {
            if (!one(glob[at++])) {
                return false;
            }
        }
        return braces == 0;
    }

    private boolean one(int c) {
        switch (c) {
            case '*' -> star();
            case '?' -> out.append("[^/]");
            case '[' -> {
                return bracket();
            }
            case '{' -> {
                braces++;
                out.append("(?:");
            }
            case '\\' -> literal(at < glob.length ? glob[at++] : '\\');
            default -> inBraces(c);
        }
        return true;
    }

    private void star() {
        boolean two = at < glob.length && glob[at] == '*';
        at += two ? 1 : 0;
        out.append(two ? ".*" : "[^/]*");
    }

    private void inBraces(int c) {
        if (c == ',' && braces > 0) {
            out.append('|');
        } else if (c == '}' && braces > 0) {
            braces--;
            out.append(')');
        } else {
            literal(c);
        }
    }

    private void literal(int c) {
        out.append(Pattern.quote(Character.toString(c)));
    }

    /** A class is one range, or a list of characters. */
    private boolean bracket() {
        boolean negated = at < glob.length && glob[at] == '!';
        at += negated ? 1 : 0;
        out.append(negated ? "[^" : "[");
        boolean range = at + 3 < glob.length && glob[at + 1] == '-' && glob[at + 3] == ']' && glob[at] <= glob[at + 2];
        if (range) {
            member(glob[at]);
            out.append('-');
            member(glob[at + 2]);
            at += 3;
        } else if (!list()) {
            return false;
        }
        at++;
        out.append(']');
        return true;
    }

    private boolean list() {
        int first = at;
        while (at < glob.length && glob[at] != ']') {
            if (glob[at] == '-') {
                return false;
            }
            at += glob[at] == '\\' ? 1 : 0;
            if (at < glob.length) {
                member(glob[at++]);
            }
        }
        return at < glob.length && at > first;
    }

    private void member(int c) {
        out.append('\\').append("x{").append(Integer.toHexString(c)).append('}');
    }
}
