package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoText;

/** Names in camel, snake and kebab case, by the rules of {@code huandu/xstrings}. */
final class Casing {
    private Casing() {}

    static boolean isConnector(int c) {
        return c == '-' || c == '_' || GoText.isSpace(c);
    }

    static String camel(String text) {
        int[] runes = text.codePoints().map(GoText::rune).toArray();
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < runes.length && isConnector(runes[at])) {
            out.appendCodePoint(runes[at++]);
        }
        if (at == runes.length) {
            // Go writes the last of nothing but connectors twice
            return runes.length == 0
                    ? ""
                    : out.appendCodePoint(runes[runes.length - 1]).toString();
        }
        boolean upper = Character.isUpperCase(runes[at]);
        int current = Character.toUpperCase(runes[at++]);
        for (; at < runes.length; at++) {
            int previous = current;
            current = runes[at];
            if (isConnector(current) && isConnector(previous)) {
                out.appendCodePoint(previous);
            } else if (isConnector(previous)) {
                upper = Character.isUpperCase(current);
                current = Character.toUpperCase(current);
            } else {
                boolean stays = upper && Character.isUpperCase(current);
                current = stays ? Character.toLowerCase(current) : current;
                upper = stays;
                out.appendCodePoint(previous);
            }
        }
        return out.appendCodePoint(current).toString();
    }

    static String lower(String text, char connector) {
        return new WordCasing(text, connector).convert();
    }
}
