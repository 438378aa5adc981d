package io.fluxj.gotemplate.parse;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoText;

/**
 * A piece of a template's text.
 *
 * @param position index of its first character in the text
 * @param line number of the line that it begins on, from 1
 */
record Token(TokenType type, int position, String text, int line) {
    private static final int SHOWN = 10;

    /** As error messages show it. */
    String shown() {
        if (type == TokenType.EOF) {
            return "EOF";
        }
        if (type == TokenType.ERROR) {
            return text;
        }
        if (type.isKeyword()) {
            return "<" + text + ">";
        }
        if (GoText.length(text) > SHOWN) {
            int end = text.offsetByCodePoints(0, Math.min(SHOWN, GoText.runes(text)));
            return Quoting.quoted(text.substring(0, end)) + "...";
        }
        return Quoting.quoted(text);
    }
}
