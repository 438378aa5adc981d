package io.fluxj.source.helm.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What anchors name, and what aliases repeat of it. */
final class Repetitions {
    private static final int MOST_NAMED = 100_000;
    private static final int SMALLEST = 16;

    private final long longest;
    private final Map<String, List<Token>> named = new HashMap<>();
    private final List<Open> open = new ArrayList<>();
    private final Deque<Token> waiting = new ArrayDeque<>();
    private long repeated;
    private int kept;

    Repetitions(long longest) {
        this.longest = longest;
    }

    /** A node that is being read. */
    private static final class Open {
        private final String name;
        private final List<Token> tokens = new ArrayList<>();
        private int depth;

        Open(String name) {
            this.name = name;
        }
    }

    /** The node that follows has a name. */
    void define(String name) {
        named.remove(name);
        open.add(new Open(name));
    }

    /** Keeps a token for those who repeat it. */
    void seen(Token token) throws IndexException {
        for (Open node : List.copyOf(open)) {
            if (++kept > MOST_NAMED) {
                throw IndexException.malformed("yaml: anchors name more than " + MOST_NAMED + " values");
            }
            node.tokens.add(token);
            node.depth += step(token);
            if (node.depth == 0) {
                open.remove(node);
                named.put(node.name, node.tokens);
            }
        }
    }

    private static int step(Token token) {
        return switch (token) {
            case Token.MapBegins _, Token.ListBegins _ -> 1;
            case Token.Ends _ -> -1;
            case Token.Value _ -> 0;
        };
    }

    /** What the name stands for comes next. */
    void repeat(String name) throws IndexException {
        List<Token> tokens = named.get(name);
        if (tokens == null) {
            throw IndexException.malformed(
                    "yaml: unknown anchor '" + name + "' referenced, or one that contains itself");
        }
        for (Token token : tokens) {
            repeated += size(token);
            waiting.add(token);
        }
        if (repeated > longest) {
            throw IndexException.malformed("yaml: aliases repeat more than " + longest + " bytes");
        }
        for (Token token : tokens) {
            seen(token);
        }
    }

    private static int size(Token token) {
        return SMALLEST + (token instanceof Token.Value(String text) ? text.length() : 0);
    }

    /** The next token that is repeated; null when there is none. */
    @Nullable
    Token next() {
        return waiting.poll();
    }

    long repeated() {
        return repeated;
    }
}
