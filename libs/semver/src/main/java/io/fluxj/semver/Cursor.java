package io.fluxj.semver;

import java.util.function.IntPredicate;

/** A place in a text. */
final class Cursor {
    private static final int END = -1;

    private final String text;
    private int position;

    Cursor(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    void moveTo(int place) {
        position = place;
    }

    boolean atEnd() {
        return peek() == END;
    }

    int peek() {
        return position < text.length() ? text.charAt(position) : END;
    }

    boolean accept(String expected) {
        boolean there = text.startsWith(expected, position);
        position += there ? expected.length() : 0;
        return there;
    }

    String takeWhile(IntPredicate wanted) {
        int start = position;
        while (!atEnd() && wanted.test(peek())) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Skips white space and says whether there was any. */
    boolean skipSpace() {
        return !takeWhile(c -> c == ' ' || (c >= '\t' && c <= '\r' && c != '\u000B'))
                .isEmpty();
    }

    String since(int earlier) {
        return text.substring(earlier, position);
    }
}
