package io.fluxj.helm.values;

import io.fluxj.gotemplate.json.JsonReader;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a flag has after the equals sign, and what it means. */
sealed interface SetDialect {

    /** Characters that end a key. */
    default String keyStops() {
        return "=[,.";
    }

    /** Whether a backslash takes the meaning from the next character. */
    default boolean escapes() {
        return true;
    }

    /**
     * Reads a value, and the comma after it.
     *
     * @param atEnd whether nothing can follow
     */
    record Value(@Nullable Object value, boolean atEnd) {}

    Value value(Runes runes) throws SetFailure;

    /** {@code --set}, {@code --set-string}, {@code --set-file}: texts, or lists of them in braces. */
    record Texts(Reading reading) implements SetDialect {
        /** What a text means. */
        @FunctionalInterface
        interface Reading {
            @Nullable
            Object of(String text) throws SetFailure;
        }

        @Override
        public Value value(Runes runes) throws SetFailure {
            int first = runes.next();
            if (first == Runes.END) {
                return new Value("", true);
            }
            if (first == '{') {
                return new Value(list(runes), false);
            }
            runes.back();
            Runes.Token token = runes.until(",", true);
            return new Value(reading.of(token.text()), false);
        }

        private List<@Nullable Object> list(Runes runes) throws SetFailure {
            List<@Nullable Object> list = new ArrayList<>();
            while (true) {
                Runes.Token token = runes.until(",}", true);
                if (token.atEnd()) {
                    throw new SetFailure("list must terminate with '}'");
                }
                if (token.stop() == '}') {
                    int next = runes.next();
                    if (next != ',' && next != Runes.END) {
                        runes.back();
                    }
                    list.add(reading.of(token.text()));
                    return list;
                }
                list.add(reading.of(token.text()));
            }
        }
    }

    /** {@code --set-json}. */
    record Json() implements SetDialect {
        @Override
        public Value value(Runes runes) throws SetFailure {
            if (blankUntilComma(runes)) {
                return new Value(null, false);
            }
            String rest = runes.rest();
            try {
                JsonReader.Prefix prefix = JsonReader.prefix(Meter.NONE, rest);
                runes.skip(rest.substring(0, prefix.end()));
                blankUntilComma(runes);
                return new Value(prefix.value(), false);
            } catch (GoError e) {
                throw new SetFailure(String.valueOf(e.getMessage()));
            }
        }

        /** Skips blanks and a comma; whether there was nothing else before the comma or the end. */
        private static boolean blankUntilComma(Runes runes) {
            for (int c = runes.next(); c != Runes.END; c = runes.next()) {
                if (c == ',') {
                    return true;
                }
                if (!GoText.isSpace(c)) {
                    runes.back();
                    return false;
                }
            }
            return true;
        }
    }

    /** {@code --set-literal}: all that follows is the value. */
    record Literal() implements SetDialect {
        @Override
        public String keyStops() {
            return "=[.";
        }

        @Override
        public boolean escapes() {
            return false;
        }

        @Override
        public Value value(Runes runes) {
            return new Value(runes.until("", false).text(), false);
        }
    }

    /** What {@code --set} makes of a text. */
    static @Nullable Object typed(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            case "0" -> 0L;
            default -> isNumber(text) ? number(text) : text;
        };
    }

    private static boolean isNumber(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.length() > start
                && text.charAt(0) != '0'
                && text.length() <= 20
                && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }

    private static Object number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
