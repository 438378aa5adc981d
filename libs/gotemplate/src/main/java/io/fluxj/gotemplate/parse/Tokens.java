package io.fluxj.gotemplate.parse;

/** The tokens of a template with a look ahead of three; remembers the last one read for the line of errors. */
final class Tokens {
    private final Lexer lexer;
    private final Token[] ahead = new Token[3];
    private int count;

    Tokens(Lexer lexer) {
        this.lexer = lexer;
        this.ahead[0] = new Token(TokenType.EOF, 0, "", 0);
    }

    Token next() {
        if (count > 0) {
            count--;
        } else {
            ahead[0] = lexer.next();
        }
        return ahead[count];
    }

    /** Line of the last token that the lexer gave. */
    int line() {
        return ahead[0].line();
    }

    void backup() {
        count++;
    }

    /** Gives back the last token and the one before it. */
    void backup(Token first) {
        ahead[1] = first;
        count = 2;
    }

    /** Gives back the last token and the two before it. */
    void backup(Token first, Token second) {
        ahead[1] = second;
        ahead[2] = first;
        count = 3;
    }

    Token peek() {
        if (count > 0) {
            return ahead[count - 1];
        }
        count = 1;
        ahead[0] = lexer.next();
        return ahead[0];
    }

    Token nextNonSpace() {
        Token token = next();
        while (token.type() == TokenType.SPACE) {
            token = next();
        }
        return token;
    }

    Token peekNonSpace() {
        Token token = nextNonSpace();
        backup();
        return token;
    }
}
