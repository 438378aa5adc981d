package io.fluxj.substitution;

import java.util.function.IntPredicate;

/** A place in the template. A NUL character ends the template. Source: substitution corpus. */
final class Cursor {

    private static final int END = -1;

    private final String text;
    private int at;

    Cursor(String text) {
        int nul = text.indexOf('\0');
        this.text = nul < 0 ? text : text.substring(0, nul);
    }

    int offset() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    /** {@return the character here, -1 at the end} */
    int peek() {
        return atEnd() ? END : text.codePointAt(at);
    }

    /** {@return the character here, which is passed over} */
    int take() {
        int character = text.codePointAt(at);
        at += Character.charCount(character);
        return character;
    }

    /** Passes over {@code expected} if it stands here. */
    boolean accept(String expected) {
        boolean here = startsWith(expected);
        if (here) {
            at += expected.length();
        }
        return here;
    }

    /** {@return the characters from here on for which {@code wanted} holds} */
    String takeWhile(IntPredicate wanted) {
        int start = at;
        while (!atEnd() && wanted.test(peek())) {
            take();
        }
        return text.substring(start, at);
    }
}
