package io.fluxj.kustomize.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes values as YAML the way people do, each time in another way: braces or lines, quotes or none, deep or flat, with comments.
 * Values are maps, lists, {@link Raw}, text, numbers and booleans.
 */
final class YamlText {

    private static final List<String> COMMENTS = List.of("note", "a: b", "\u65e5\u672c", "---", "{{ x }}");

    private final Dice dice;
    private final int sequenceIndent;
    private final int step;
    private final int braces;
    private final boolean comments;
    private final boolean quotedKeys;
    private final List<String> lines = new ArrayList<>();

    private YamlText(Dice dice) {
        this.dice = dice;
        sequenceIndent = dice.pick(0, 0, 2);
        step = dice.pick(2, 2, 2, 4);
        braces = dice.pick(0, 0, 8, 30);
        comments = dice.chance(15);
        quotedKeys = dice.chance(5);
    }

    static String of(Object value, Dice dice) {
        YamlText text = new YamlText(dice);
        text.write(value, 0);
        return String.join("\n", text.lines) + "\n";
    }

    private void write(Object value, int indent) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, child) -> entry(String.valueOf(key), child, indent));
            case List<?> list -> list.forEach(child -> item(child, indent));
            default -> lines.add(" ".repeat(indent) + Inline.scalar(value, dice));
        }
    }

    private void entry(String key, Object value, int indent) {
        String pad = " ".repeat(indent);
        if (comments && dice.chance(10)) {
            lines.add(pad + "# " + dice.pick(COMMENTS));
        }
        String comment = comments && dice.chance(10) ? "  # c" : "";
        String written = pad + (quotedKeys && dice.chance(30) ? Inline.quoted(key) : Inline.key(key)) + ":";
        boolean below = isCollection(value) && !Inline.isEmpty(value);
        if (below && !inBraces(value)) {
            lines.add(written + comment);
            write(value, indent + (value instanceof List ? sequenceIndent : step));
        } else if (isCollection(value)) {
            lines.add(written + " " + Inline.of(value, dice) + comment);
        } else {
            scalar(written + " ", value, indent, comment);
        }
    }

    private void item(Object value, int indent) {
        String dash = " ".repeat(indent) + "- ";
        if (isCollection(value) && (Inline.isEmpty(value) || inBraces(value))) {
            lines.add(dash + Inline.of(value, dice));
        } else if (isCollection(value)) {
            int first = lines.size();
            write(value, indent + 2);
            while (lines.get(first).stripLeading().startsWith("#")) {
                first++;
            }
            lines.set(first, dash + lines.get(first).substring(indent + 2));
        } else {
            scalar(dash, value, indent, "");
        }
    }

    private boolean inBraces(Object value) {
        return dice.chance(braces) && Inline.fits(value);
    }

    private static boolean isCollection(Object value) {
        return value instanceof Map || value instanceof List;
    }

    private void scalar(String before, Object value, int indent, String comment) {
        if (value instanceof String text && Inline.isBlock(text) && dice.chance(60)) {
            block(before, text, indent + 2);
            return;
        }
        String[] written = (before + Inline.scalar(value, dice)).split("\n", -1);
        lines.add(written.length == 1 ? written[0] + comment : written[0]);
        for (int i = 1; i < written.length; i++) {
            lines.add(written[i].isEmpty() ? "" : " ".repeat(indent) + written[i]);
        }
    }

    private void block(String before, String text, int indent) {
        String body = text.replaceAll("\n+$", "");
        int breaks = text.length() - body.length();
        lines.add(before + "|" + (breaks == 0 ? "-" : breaks == 1 ? "" : "+"));
        for (String line : body.split("\n", -1)) {
            lines.add(line.isEmpty() ? "" : " ".repeat(indent) + line);
        }
        for (int i = 1; i < breaks; i++) {
            lines.add("");
        }
    }
}
