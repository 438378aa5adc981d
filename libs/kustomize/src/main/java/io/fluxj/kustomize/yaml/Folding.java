package io.fluxj.kustomize.yaml;

import io.fluxj.yaml.ScalarLook;

/**
 * What becomes of a folded scalar ({@code >}) that kustomize prints and reads again on its way out: its printer doubles line breaks in
 * some places, and reading folds others.
 *
 * @see "kyaml-style.md A7"
 */
final class Folding {

    private Folding() {}

    static String damage(String value) {
        return value.isEmpty() || !isBlock(value) ? value : read(print(value), value);
    }

    /** Whether the printer in between writes a text as a block; otherwise it puts it into double quotes. */
    static boolean isBlock(String value) {
        return !value.endsWith(" ")
                && !value.contains(" \n")
                && value.codePoints().allMatch(c -> c == '\t' || ScalarLook.isPrintable(c));
    }

    /** The body of the block as printed, without its indentation. */
    private static String print(String value) {
        int start = 0;
        while (start < value.length() && value.charAt(start) == '\n') {
            start++;
        }
        boolean doubling = start < value.length() && value.charAt(start) != ' ' && value.charAt(start) != '\t';
        StringBuilder out = new StringBuilder();
        boolean breaks = true;
        boolean leading = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\n') {
                if (!breaks && !leading && doubling) {
                    out.append('\n');
                }
                breaks = true;
            } else {
                leading = breaks ? c == ' ' || c == '\t' : leading;
                breaks = false;
            }
            out.append(c);
        }
        return out.toString();
    }

    /** Reads the printed body by the folding rules of YAML; the chomping follows the end of the original value. */
    private static String read(String body, String value) {
        int end = body.length();
        while (end > 0 && body.charAt(end - 1) == '\n') {
            end--;
        }
        String folded = fold(body.substring(0, end));
        int trailing = body.length() - end;
        boolean clip = value.endsWith("\n") && !value.endsWith("\n\n") && value.length() > 1;
        if (!value.endsWith("\n")) {
            return folded;
        }
        return clip && end > 0 ? folded + "\n" : folded + "\n".repeat(trailing);
    }

    private static String fold(String text) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        boolean previousIndented = true;
        while (i < text.length()) {
            int lineEnd = text.indexOf('\n', i);
            if (lineEnd < 0) {
                lineEnd = text.length();
            }
            out.append(text, i, lineEnd);
            boolean emptyLine = lineEnd == i;
            boolean indented = emptyLine ? previousIndented : isBlank(text.charAt(i));
            int next = lineEnd;
            while (next < text.length() && text.charAt(next) == '\n') {
                next++;
            }
            int count = next - lineEnd;
            boolean nextIndented = next < text.length() && isBlank(text.charAt(next));
            if (count > 0) {
                boolean join = !emptyLine && !indented && !nextIndented;
                if (join) {
                    out.append(count == 1 ? " " : "\n".repeat(count - 1));
                } else {
                    out.append("\n".repeat(count));
                }
            }
            previousIndented = indented;
            i = next;
        }
        return out.toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
