package io.fluxj.watcher.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts with {@code {name}} in them. */
final class Placeholders {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Placeholders() {}

    /** A piece of such a text. */
    sealed interface Piece {
        /** Text as it is. */
        record Text(String text) implements Piece {}

        /** A place for a value. */
        record Name(String name) implements Piece {}
    }

    /**
     * The pieces of a text.
     *
     * @throws PatternException when a brace has no partner, or there is no name between them
     */
    static List<Piece> pieces(String text) throws PatternException {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', done)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new PatternException("invalid capture starting at offset " + open + ": missing closing brace");
            }
            pieces.add(text(text, done, open));
            pieces.add(new Piece.Name(name(text.substring(open + 1, close))));
            done = close + 1;
        }
        pieces.add(text(text, done, text.length()));
        return pieces;
    }

    private static Piece text(String text, int from, int to) throws PatternException {
        int stray = text.substring(from, to).indexOf('}');
        if (stray >= 0) {
            throw new PatternException(
                    "invalid capture ending at offset " + (from + stray) + ": missing opening brace");
        }
        return new Piece.Text(text.substring(from, to));
    }

    private static String name(String name) throws PatternException {
        if (name.isEmpty()) {
            throw new PatternException("empty capture variable");
        }
        if (!NAME.matcher(name).matches()) {
            throw new PatternException(
                    "capture variable \"%s\" must be a valid capture name matching %s".formatted(name, NAME.pattern()));
        }
        return name;
    }

    /**
     * The text with values in place of names.
     *
     * @throws PatternException when it is malformed, or names what has no value
     */
    static String filled(String text, Map<String, String> values) throws PatternException {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces(text)) {
            switch (piece) {
                case Piece.Text(String plain) -> filled.append(plain);
                case Piece.Name(String name) -> filled.append(value(name, values));
            }
        }
        return filled.toString();
    }

    private static String value(String name, Map<String, String> values) throws PatternException {
        String value = values.get(name);
        if (value == null) {
            throw new PatternException("capture variable \"" + name + "\" is not defined by pathPattern");
        }
        return value;
    }
}
