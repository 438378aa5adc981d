package io.fluxj.gotemplate.parse;

import org.jspecify.annotations.Nullable;

/** Cuts a template's text into tokens: text outside actions, with the trimming that their delimiters ask for. */
final class Lexer {
    private static final String OPEN_COMMENT = "/*";
    private static final String CLOSE_COMMENT = "*/";
    private static final int MARKER = 2;

    private final Scanner in;
    private final ActionLexer action;
    private final Delimiters delimiters;
    private boolean insideAction;
    private boolean failed;

    /** @param words which of {@code break} and {@code continue} are keywords */
    Lexer(String text, Delimiters delimiters, KeywordChoice words) {
        this.in = new Scanner(text);
        this.delimiters = delimiters;
        this.action = new ActionLexer(in, delimiters.right(), words);
    }

    /** Which keywords are none because a function has their name. */
    record KeywordChoice(boolean breakIsKeyword, boolean continueIsKeyword) {}

    Token next() {
        if (failed) {
            return new Token(TokenType.EOF, 0, "EOF", in.startLine());
        }
        Token token = insideAction ? insideAction() : outside();
        failed = token.type() == TokenType.ERROR;
        return token;
    }

    private Token insideAction() {
        Token token = action.next();
        insideAction = token.type() != TokenType.RIGHT_DELIM;
        return token;
    }

    private Token outside() {
        while (true) {
            int open = in.indexOf(delimiters.left());
            if (open < 0) {
                in.moveTo(in.length());
                return in.position() > in.start()
                        ? in.emit(TokenType.TEXT)
                        : new Token(TokenType.EOF, in.position(), "EOF", in.startLine());
            }
            Token text = textBefore(open);
            if (text != null) {
                return text;
            }
            Token token = leftDelimiter();
            if (token != null) {
                return token;
            }
        }
    }

    private @Nullable Token textBefore(int open) {
        if (open == in.position()) {
            return null;
        }
        boolean trims = in.hasLeftMarker(open + delimiters.left().length());
        in.moveTo(trims ? in.withoutTrailingSpace(open) : open);
        Token text = in.emit(TokenType.TEXT);
        in.moveTo(open);
        in.ignore();
        return text.text().isEmpty() ? null : text;
    }

    /** The delimiter, the error of a comment, or null after a comment. */
    private @Nullable Token leftDelimiter() {
        in.skip(delimiters.left().length());
        int marker = in.hasLeftMarker(in.position()) ? MARKER : 0;
        if (in.startsWith(OPEN_COMMENT, in.position() + marker)) {
            in.skip(marker);
            in.ignore();
            return comment();
        }
        Token token = in.emit(TokenType.LEFT_DELIM);
        insideAction = true;
        in.skip(marker);
        in.ignore();
        action.enter();
        return token;
    }

    private @Nullable Token comment() {
        in.skip(OPEN_COMMENT.length());
        int close = in.indexOf(CLOSE_COMMENT);
        if (close < 0) {
            return in.error("unclosed comment");
        }
        in.moveTo(close + CLOSE_COMMENT.length());
        ActionLexer.RightDelimiter end = action.rightDelimiter();
        if (end == ActionLexer.RightDelimiter.NONE) {
            return in.error("comment ends before closing delimiter");
        }
        in.skip(delimiters.right().length() + (end == ActionLexer.RightDelimiter.TRIMMING ? MARKER : 0));
        if (end == ActionLexer.RightDelimiter.TRIMMING) {
            in.skipSpace();
        }
        in.ignore();
        return null;
    }
}
