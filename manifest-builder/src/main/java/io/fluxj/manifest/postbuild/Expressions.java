package io.fluxj.manifest.postbuild;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds expressions in a text by where they stand. */
final class Expressions {

    private static final String OPENING = "${";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{#?[\\p{L}\\p{Nd}_]{0,100}}?");

    private Expressions() {}

    /** The one that begins at a place or nearest before it, up to the end of its variable's name; {@code ""} if there is none. */
    static String at(String text, int offset) {
        int start = text.lastIndexOf(OPENING, offset);
        Matcher matcher = EXPRESSION.matcher(text);
        return start >= 0 && matcher.find(start) ? matcher.group() : "";
    }

    /** The last one on a line, counted from 1, or on the nearest line before it that has one. */
    static String inLine(String text, int line) {
        int end = 0;
        for (int number = 0; number < line && end >= 0; number++) {
            end = text.indexOf('\n', end + 1);
        }
        return at(text, end < 0 ? text.length() : end);
    }
}
