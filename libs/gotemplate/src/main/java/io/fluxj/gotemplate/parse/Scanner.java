package io.fluxj.gotemplate.parse;

/** A place in a template's text, with the begin of the token that is being read. */
final class Scanner {
    static final int END = -1;

    private final String text;
    private int position;
    private int start;
    private int startLine = 1;

    Scanner(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    int start() {
        return start;
    }

    int startLine() {
        return startLine;
    }

    int length() {
        return text.length();
    }

    void moveTo(int place) {
        position = place;
    }

    void skip(int characters) {
        position += characters;
    }

    /** The code point that stands next, or {@link #END}. */
    int peek() {
        return position < text.length() ? text.codePointAt(position) : END;
    }

    /** Takes the code point that stands next, or answers {@link #END}. */
    int next() {
        int c = peek();
        position += c == END ? 0 : Character.charCount(c);
        return c;
    }

    boolean accept(String valid) {
        boolean found = position < text.length() && valid.indexOf(text.charAt(position)) >= 0;
        position += found ? 1 : 0;
        return found;
    }

    void acceptRun(String valid) {
        while (accept(valid)) {
            // takes what it can
        }
    }

    int indexOf(String part) {
        return text.indexOf(part, position);
    }

    boolean startsWith(String part, int at) {
        return text.startsWith(part, at);
    }

    /** Whether {@code "- "} stands at a place. */
    boolean hasLeftMarker(int at) {
        return at + 1 < text.length() && text.charAt(at) == '-' && isSpace(text.charAt(at + 1));
    }

    /** Whether {@code " -"} stands at a place. */
    boolean hasRightMarker(int at) {
        return at >= 0 && at + 1 < text.length() && isSpace(text.charAt(at)) && text.charAt(at + 1) == '-';
    }

    /** Where the space that ends at {@code end} begins, not before the token. */
    int withoutTrailingSpace(int end) {
        int trimmed = end;
        while (trimmed > start && isSpace(text.charAt(trimmed - 1))) {
            trimmed--;
        }
        return trimmed;
    }

    void skipSpace() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
    }

    String taken() {
        return text.substring(start, position);
    }

    /** The token from its begin to here; the next begins here. */
    Token emit(TokenType type) {
        Token token = new Token(type, start, taken(), startLine);
        ignore();
        return token;
    }

    void ignore() {
        for (int i = start; i < position; i++) {
            startLine += text.charAt(i) == '\n' ? 1 : 0;
        }
        start = position;
    }

    Token error(String message) {
        return new Token(TokenType.ERROR, start, message, startLine);
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    static boolean isAlphaNumeric(int c) {
        return c == '_' || Character.isLetter(c) || Character.isDigit(c);
    }
}
