package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoError;
import java.util.List;
import java.util.function.IntPredicate;

/** A place in a text of TOML. */
final class TomlText {
    private final String text;
    private int at;
    private String lastKey = "";

    TomlText(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    boolean atEnd() {
        return at >= text.length();
    }

    int peek() {
        return atEnd() ? -1 : text.charAt(at);
    }

    char next() {
        if (atEnd()) {
            throw failure("unexpected EOF");
        }
        return text.charAt(at++);
    }

    boolean accept(String expected) {
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    boolean isAhead(String expected) {
        return text.startsWith(expected, at);
    }

    void require(String expected, String otherwise) {
        if (!accept(expected)) {
            throw failure(otherwise);
        }
    }

    String takeWhile(IntPredicate wanted) {
        int start = at;
        while (!atEnd() && wanted.test(peek())) {
            at++;
        }
        return text.substring(start, at);
    }

    void skipSpace() {
        takeWhile(c -> c == ' ' || c == '\t');
    }

    /** Passes blanks, line breaks and comments. */
    void skipBlankLines() {
        do {
            takeWhile(c -> c == ' ' || c == '\t' || c == '\n');
        } while (comment());
    }

    private boolean comment() {
        if (peek() != '#') {
            return false;
        }
        takeWhile(c -> c != '\n');
        return true;
    }

    void endLine() {
        skipSpace();
        comment();
        if (!atEnd() && peek() != '\n') {
            throw failure("expected a top-level item to end with a newline, comment, or EOF, but got " + shown()
                    + " instead");
        }
    }

    String shown() {
        return atEnd() ? "EOF" : "'" + text.charAt(at) + "'";
    }

    void remember(List<String> key) {
        lastKey = String.join(".", key);
    }

    GoError failure(String problem) {
        long line = 1
                + text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        String key = lastKey.isEmpty() ? "" : " (last key " + Quoting.quoted(lastKey) + ")";
        return new GoError("toml: line " + line + key + ": " + problem);
    }
}
