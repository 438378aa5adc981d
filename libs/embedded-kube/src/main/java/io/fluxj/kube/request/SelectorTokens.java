package io.fluxj.kube.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words and signs of a label selector. */
final class SelectorTokens {
    /** What a token is. */
    enum Kind {
        /** A key, a value, {@code in} or {@code notin}. */
        WORD,
        /** An operator, a comma or a bracket. */
        SIGN,
        /** Nothing more. */
        END
    }

    /**
     * A token.
     *
     * @param kind what it is
     * @param text as it was written
     */
    record Token(Kind kind, String text) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean word() {
            return kind == Kind.WORD;
        }

        boolean end() {
            return kind == Kind.END;
        }
    }

    private static final String SIGNS = "=!(),><";
    private static final Set<String> LONG_SIGNS = Set.of("==", "!=");

    private final List<Token> tokens;
    private int at;

    private SelectorTokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static SelectorTokens of(String selector) {
        List<Token> out = new ArrayList<>();
        int i = 0;
        while (i < selector.length()) {
            char c = selector.charAt(i);
            int end = i + 1;
            if (SIGNS.indexOf(c) >= 0) {
                boolean two = end < selector.length() && LONG_SIGNS.contains(selector.substring(i, end + 1));
                end = two ? end + 1 : end;
                out.add(new Token(Kind.SIGN, selector.substring(i, end)));
            } else if (!blank(c)) {
                while (end < selector.length()
                        && !blank(selector.charAt(end))
                        && SIGNS.indexOf(selector.charAt(end)) < 0) {
                    end++;
                }
                out.add(new Token(Kind.WORD, selector.substring(i, end)));
            }
            i = end;
        }
        out.add(new Token(Kind.END, ""));
        return new SelectorTokens(out);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /** The next token, which stays the next. */
    Token peek() {
        return tokens.get(at);
    }

    /** The next token, which is passed. */
    Token take() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }
}
