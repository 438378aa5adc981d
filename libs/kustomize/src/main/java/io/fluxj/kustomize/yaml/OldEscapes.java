package io.fluxj.kustomize.yaml;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Where kustomize's parser and the one in use differ in quoted text: it knows the escapes {@code \N}, {@code \L}, {@code \P} and {@code
 * \'}, but not {@code \/}, nor halves of surrogate pairs; a dash alone in brackets is text; blanks around a line separator vanish as they do around every line break.
 */
final class OldEscapes {

    private static final Pattern SEPARATOR = Pattern.compile(" *([\u2028\u2029]) *");

    private static final Pattern SURROGATE = Pattern.compile("u[dD][89a-fA-F]");

    private OldEscapes() {}

    /** The text with what the parser stumbled over spelled so that it knows it, or null if that was not the trouble. */
    static @Nullable String repaired(String text, MarkedYamlEngineException failure) {
        String problem = failure.getProblem();
        boolean escape = problem.startsWith("found unknown escape character");
        boolean tab = problem.startsWith("found character '\\t(TAB)'");
        boolean dash = problem.contains("(Do not use - for indentation)");
        if (!(escape || tab || dash) || failure.getProblemMark().isEmpty()) {
            return null;
        }
        Mark mark = failure.getProblemMark().get();
        int at = text.offsetByCodePoints(0, Math.min(mark.getIndex(), text.codePointCount(0, text.length()) - 1));
        if (dash) {
            return withQuotedDash(text, at);
        }
        return escape ? withKnownEscape(text, at) : withoutTab(text, at);
    }

    /** A tab between a key and its value, or between two parts of a value, counts as a blank; as indentation it is refused. */
    private static @Nullable String withoutTab(String text, int at) {
        int before = at;
        while (before > 0 && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
            before--;
        }
        char last = before == 0 ? '\n' : text.charAt(before - 1);
        return last == '\n' || last == '-' || last == '?' ? null : text.substring(0, at) + ' ' + text.substring(at + 1);
    }

    /** A dash alone in brackets or braces is text. */
    private static @Nullable String withQuotedDash(String text, int at) {
        boolean alone = text.startsWith("-", at) && at + 1 < text.length() && ",]}".indexOf(text.charAt(at + 1)) >= 0;
        return alone ? text.substring(0, at) + "'-'" + text.substring(at + 1) : null;
    }

    private static @Nullable String withKnownEscape(String text, int at) {
        String code =
                switch (text.charAt(at)) {
                    case 'N' -> "x85";
                    case 'L' -> "u2028";
                    case 'P' -> "u2029";
                    case '\'' -> "x27";
                    default -> "";
                };
        return code.isEmpty() ? null : text.substring(0, at) + code + text.substring(at + 1);
    }

    /** Whether a text may hold an escape that {@link #refuseLater} refuses. */
    static boolean mayHoldLater(String text) {
        return text.contains("\\/") || text.contains("\\ud") || text.contains("\\uD");
    }

    /**
     * Refuses escapes that only later YAML, or JSON, knows.
     *
     * @param written the text between its double quotes, as it is written
     */
    static void refuseLater(String written, int line) {
        for (int at = written.indexOf('\\'); at >= 0; at = written.indexOf('\\', at + 2)) {
            String escape = written.substring(at + 1, Math.min(written.length(), at + 4));
            if (escape.startsWith("/")) {
                throw new YamlException("malformed YAML: found unknown escape character /", line);
            }
            if (SURROGATE.matches(escape)) {
                throw new YamlException("malformed YAML: an escape is half of a surrogate pair", line);
            }
        }
    }

    static String folded(String value) {
        boolean any = value.indexOf('\u2028') >= 0 || value.indexOf('\u2029') >= 0;
        return any ? SEPARATOR.matcher(value).replaceAll("$1") : value;
    }
}
