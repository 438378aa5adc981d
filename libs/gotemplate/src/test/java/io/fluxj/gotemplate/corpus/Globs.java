package io.fluxj.gotemplate.corpus;

import com.google.re2j.Pattern;

/** Patterns of file names as {@code gobwas/glob} reads them with a slash as separator. */
final class Globs {
    private Globs() {}

    static Pattern compile(String glob) {
        if (glob.equals("[")) {
            return Pattern.compile("(?s).*"); // Helm falls back to ** when a pattern is malformed
        }
        StringBuilder out = new StringBuilder("(?s)");
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> {
                    boolean two = i + 1 < glob.length() && glob.charAt(i + 1) == '*';
                    out.append(two ? ".*" : "[^/]*");
                    i += two ? 1 : 0;
                }
                case '?' -> out.append("[^/]");
                case '{' -> {
                    braces++;
                    out.append("(?:");
                }
                case '}' -> {
                    braces--;
                    out.append(')');
                }
                case ',' -> out.append(braces > 0 ? "|" : ",");
                case '[', ']' -> out.append(c);
                default -> out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(out.toString());
    }
}
