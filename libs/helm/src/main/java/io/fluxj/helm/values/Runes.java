package io.fluxj.helm.values;

import io.fluxj.gotemplate.value.GoText;
import java.util.Arrays;

/** The text of a {@code --set} flag, read from its front. */
final class Runes {
    static final int END = -1;

    private final int[] runes;
    private int at;

    Runes(String text) {
        this.runes = text.codePoints().map(GoText::rune).toArray();
    }

    /** The next character, or {@link #END}. */
    int next() {
        return at < runes.length ? runes[at++] : END;
    }

    void back() {
        at--;
    }

    String rest() {
        return new String(runes, at, runes.length - at);
    }

    /** Skips as many characters as a part of {@link #rest} has. */
    void skip(String part) {
        at += part.codePointCount(0, part.length());
    }

    /**
     * What stands before the first of some characters.
     *
     * @param stop the character that ended it, or {@link #END}
     */
    record Token(String text, int stop) {
        boolean atEnd() {
            return stop == END;
        }
    }

    Token until(String stops, boolean escapes) {
        StringBuilder text = new StringBuilder();
        for (int c = next(); c != END; c = next()) {
            if (stops.indexOf(c) >= 0) {
                return new Token(text.toString(), c);
            }
            if (c == '\\' && escapes) {
                c = next();
                if (c == END) {
                    break;
                }
            }
            text.appendCodePoint(c);
        }
        return new Token(text.toString(), END);
    }

    @Override
    public String toString() {
        return Arrays.toString(runes);
    }
}
