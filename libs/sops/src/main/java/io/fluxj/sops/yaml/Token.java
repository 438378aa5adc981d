package io.fluxj.sops.yaml;

/**
 * One token.
 *
 * @param value text of a scalar, name of an anchor or alias, handle of a tag
 * @param suffix of a tag or, of a tag directive, the prefix
 */
record Token(TokenType type, Mark start, Mark end, String value, String suffix, Style style) {

    static Token of(TokenType type, Mark start, Mark end) {
        return new Token(type, start, end, "", "", Style.PLAIN);
    }

    static Token named(TokenType type, String value, Mark start, Mark end) {
        return new Token(type, start, end, value, "", Style.PLAIN);
    }

    static Token tag(String handle, String suffix, Mark start, Mark end) {
        return new Token(TokenType.TAG, start, end, handle, suffix, Style.PLAIN);
    }

    static Token scalar(String value, Style style, Mark start, Mark end) {
        return new Token(TokenType.SCALAR, start, end, value, "", style);
    }

    boolean is(TokenType other) {
        return type == other;
    }
}
