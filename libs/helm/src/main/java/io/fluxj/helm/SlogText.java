package io.fluxj.helm;

import io.fluxj.gotemplate.format.Quoting;

/** Texts as {@code slog.TextHandler} prints them: quoted where they would be ambiguous. */
final class SlogText {
    private SlogText() {}

    static String of(String text) {
        return needsQuotes(text) ? Quoting.quoted(text) : text;
    }

    private static boolean needsQuotes(String text) {
        return text.isEmpty()
                || text.codePoints().anyMatch(c -> c == ' ' || c == '"' || c == '=' || c < 0x20 || !Quoting.isPrint(c));
    }
}
