package io.fluxj.gotemplate.parse;

/** The kinds of tokens; what comes after {@link #VARIABLE} is a keyword. */
enum TokenType {
    ERROR,
    BOOL,
    CHAR,
    CHAR_CONSTANT,
    COMPLEX,
    ASSIGN,
    DECLARE,
    EOF,
    FIELD,
    IDENTIFIER,
    LEFT_DELIM,
    LEFT_PAREN,
    NUMBER,
    PIPE,
    RAW_STRING,
    RIGHT_DELIM,
    RIGHT_PAREN,
    SPACE,
    STRING,
    TEXT,
    VARIABLE,
    BLOCK,
    BREAK,
    CONTINUE,
    DEFINE,
    DOT,
    ELSE,
    END,
    IF,
    NIL,
    RANGE,
    TEMPLATE,
    WITH;

    boolean isKeyword() {
        return compareTo(VARIABLE) > 0;
    }

    /** The keyword that a word is, or {@link #ERROR} when it is none. */
    static TokenType ofWord(String word) {
        return switch (word) {
            case "block" -> BLOCK;
            case "break" -> BREAK;
            case "continue" -> CONTINUE;
            case "define" -> DEFINE;
            case "else" -> ELSE;
            case "end" -> END;
            case "if" -> IF;
            case "nil" -> NIL;
            case "range" -> RANGE;
            case "template" -> TEMPLATE;
            case "with" -> WITH;
            default -> ERROR;
        };
    }
}
