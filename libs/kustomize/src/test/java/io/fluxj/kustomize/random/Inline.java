package io.fluxj.kustomize.random;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@link YamlText} writes on one line. */
final class Inline {

    private static final Set<String> WORDS = Set.of("yes", "no", "on", "off", "y", "n", "true", "false", "null", "~");

    private Inline() {}

    static String of(Object value, Dice dice) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> key(String.valueOf(entry.getKey())) + ": " + of(entry.getValue(), dice))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                list.stream().map(child -> of(child, dice)).collect(Collectors.joining(", ", "[", "]"));
            default -> scalar(value, dice);
        };
    }

    static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map ? map.isEmpty() : value instanceof List<?> list && list.isEmpty();
    }

    /** Whether it can stand in braces. */
    static boolean fits(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().allMatch(Inline::fits);
            case List<?> list -> list.stream().allMatch(Inline::fits);
            case Raw raw ->
                !raw.isMultiline()
                        && raw.text().chars().noneMatch(c -> ",[]{}?".indexOf(c) >= 0)
                        && ":-!".indexOf(raw.text().charAt(0)) < 0;
            default -> true;
        };
    }

    static String scalar(Object value, Dice dice) {
        if (value instanceof Raw raw) {
            return raw.text();
        }
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        if (isPlain(text) && dice.chance(90)) {
            return text;
        }
        boolean single = text.indexOf('\'') < 0 && text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return single && dice.chance(30) ? "'" + text + "'" : quoted(text);
    }

    static String key(String key) {
        return isPlain(key) || key.startsWith("$") ? key : quoted(key);
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && text.chars().allMatch(c -> c < 0x7F && (Character.isLetterOrDigit(c) || "-_./ ()".indexOf(c) >= 0))
                && text.equals(text.strip())
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' || c == 0x7F ? String.format("\\x%02x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }

    /** Whether a text can be written as a literal block. */
    static boolean isBlock(String text) {
        return text.indexOf('\n') >= 0
                && text.charAt(0) != ' '
                && text.charAt(0) != '\n'
                && text.chars().allMatch(c -> c >= ' ' || c == '\n');
    }
}
