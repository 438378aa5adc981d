package io.fluxj.gotemplate.parse;

import io.fluxj.gotemplate.format.Quoting;

/** Cuts the inside of an action into tokens. */
final class ActionLexer {
    private static final int MARKER = 2;

    private final Scanner in;
    private final String right;
    private final Lexer.KeywordChoice words;
    private int parentheses;

    ActionLexer(Scanner in, String right, Lexer.KeywordChoice words) {
        this.in = in;
        this.right = right;
        this.words = words;
    }

    enum RightDelimiter {
        NONE,
        PLAIN,
        TRIMMING
    }

    void enter() {
        parentheses = 0;
    }

    RightDelimiter rightDelimiter() {
        if (in.hasRightMarker(in.position()) && in.startsWith(right, in.position() + MARKER)) {
            return RightDelimiter.TRIMMING;
        }
        return in.startsWith(right, in.position()) ? RightDelimiter.PLAIN : RightDelimiter.NONE;
    }

    Token next() {
        RightDelimiter end = rightDelimiter();
        if (end != RightDelimiter.NONE) {
            return parentheses == 0 ? close(end) : in.error("unclosed left paren");
        }
        int c = in.next();
        return switch (c) {
            case Scanner.END -> in.error("unclosed action");
            case ' ', '\t', '\r', '\n' -> space();
            case '=' -> in.emit(TokenType.ASSIGN);
            case ':' -> in.next() == '=' ? in.emit(TokenType.DECLARE) : in.error("expected :=");
            case '|' -> in.emit(TokenType.PIPE);
            case '"' -> quoted('"', TokenType.STRING, "unterminated quoted string");
            case '`' -> raw();
            case '$' -> atTerminator() ? in.emit(TokenType.VARIABLE) : fieldOrVariable(TokenType.VARIABLE);
            case '\'' -> quoted('\'', TokenType.CHAR_CONSTANT, "unterminated character constant");
            case '(' -> {
                parentheses++;
                yield in.emit(TokenType.LEFT_PAREN);
            }
            case ')' -> --parentheses < 0 ? in.error("unexpected right paren") : in.emit(TokenType.RIGHT_PAREN);
            default -> word(c);
        };
    }

    private Token word(int c) {
        if (c == '.' && in.peek() != Scanner.END && !isDigit(in.peek())) {
            return fieldOrVariable(TokenType.FIELD);
        }
        if (c == '.' || c == '+' || c == '-' || isDigit(c)) {
            in.moveTo(in.start());
            return number();
        }
        if (Scanner.isAlphaNumeric(c)) {
            return identifier();
        }
        return c > ' ' && c < 0x7F
                ? in.emit(TokenType.CHAR)
                : in.error("unrecognized character in action: " + Quoting.codePoint(c));
    }

    private Token close(RightDelimiter end) {
        if (end == RightDelimiter.TRIMMING) {
            in.skip(MARKER);
            in.ignore();
        }
        in.skip(right.length());
        Token token = in.emit(TokenType.RIGHT_DELIM);
        if (end == RightDelimiter.TRIMMING) {
            in.skipSpace();
            in.ignore();
        }
        return token;
    }

    /** A run of space, less the one that belongs to a trimming delimiter. */
    private Token space() {
        in.skipSpace();
        int last = in.position() - 1;
        if (in.hasRightMarker(last) && in.startsWith(right, last + MARKER)) {
            in.moveTo(last);
            if (last == in.start()) {
                return close(RightDelimiter.TRIMMING);
            }
        }
        return in.emit(TokenType.SPACE);
    }

    private Token identifier() {
        while (Scanner.isAlphaNumeric(in.peek())) {
            in.next();
        }
        if (!atTerminator()) {
            return badCharacter();
        }
        String word = in.taken();
        TokenType keyword = TokenType.ofWord(word);
        boolean free = (keyword == TokenType.BREAK && !words.breakIsKeyword())
                || (keyword == TokenType.CONTINUE && !words.continueIsKeyword());
        if (keyword != TokenType.ERROR && !free) {
            return in.emit(keyword);
        }
        return in.emit(word.equals("true") || word.equals("false") ? TokenType.BOOL : TokenType.IDENTIFIER);
    }

    private Token fieldOrVariable(TokenType type) {
        if (atTerminator()) {
            return in.emit(type == TokenType.VARIABLE ? type : TokenType.DOT);
        }
        while (Scanner.isAlphaNumeric(in.peek())) {
            in.next();
        }
        return atTerminator() ? in.emit(type) : badCharacter();
    }

    private Token badCharacter() {
        return in.error("bad character " + Quoting.codePoint(in.peek()));
    }

    private boolean atTerminator() {
        int c = in.peek();
        return c == Scanner.END
                || Scanner.isSpace(c)
                || ".,|:)(".indexOf(c) >= 0
                || in.startsWith(right, in.position());
    }

    private Token quoted(char quote, TokenType type, String unterminated) {
        while (true) {
            int c = in.next();
            if (c == '\\') {
                c = in.next();
                if (c != Scanner.END && c != '\n') {
                    continue;
                }
            }
            if (c == Scanner.END || c == '\n') {
                return in.error(unterminated);
            }
            if (c == quote) {
                return in.emit(type);
            }
        }
    }

    private Token raw() {
        int close = in.indexOf("`");
        if (close < 0) {
            return in.error("unterminated raw quoted string");
        }
        in.moveTo(close + 1);
        return in.emit(TokenType.RAW_STRING);
    }

    private Token number() {
        if (!scanNumber()) {
            return badNumber();
        }
        if (in.peek() == '+' || in.peek() == '-') {
            return scanNumber() && in.taken().endsWith("i") ? in.emit(TokenType.COMPLEX) : badNumber();
        }
        return in.emit(TokenType.NUMBER);
    }

    private Token badNumber() {
        return in.error("bad number syntax: " + Quoting.quoted(in.taken()));
    }

    /** Takes what may be a number; whether it is one is seen later. */
    private boolean scanNumber() {
        in.accept("+-");
        String digits = "0123456789_";
        if (in.accept("0")) {
            digits = in.accept("xX")
                    ? "0123456789abcdefABCDEF_"
                    : in.accept("oO") ? "01234567_" : in.accept("bB") ? "01_" : digits;
        }
        in.acceptRun(digits);
        if (in.accept(".")) {
            in.acceptRun(digits);
        }
        if ((digits.length() == 11 && in.accept("eE")) || (digits.length() == 23 && in.accept("pP"))) {
            in.accept("+-");
            in.acceptRun("0123456789_");
        }
        in.accept("i");
        if (Scanner.isAlphaNumeric(in.peek())) {
            in.next();
            return false;
        }
        return true;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
