package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;

/** Breaks lines at blanks, by the rules of goutils. Columns are bytes. */
final class Wrapping {
    private Wrapping() {}

    static String wrap(Meter meter, String text, int width, String lineBreak, boolean breaksWords) {
        String separator = lineBreak.isEmpty() ? "\n" : lineBreak;
        int columns = Math.max(width, 1);
        byte[] bytes = GoText.bytes(text);
        meter.reserve(bytes.length + (long) (bytes.length / columns + 1) * separator.length());
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (bytes.length - at > columns) {
            if (bytes[at] == ' ') {
                at++;
                continue;
            }
            int blank = lastBlank(bytes, at, columns + at + 1);
            int end = blank;
            int next = blank + 1;
            if (blank < at && breaksWords) {
                end = at + columns;
                next = end;
            } else if (blank < at) {
                end = firstBlank(bytes, at + columns);
                next = end + 1;
            }
            out.append(GoText.of(bytes, at, end));
            if (end == bytes.length) {
                return GoText.joined(out.toString());
            }
            out.append(separator);
            at = next;
        }
        return GoText.joined(out.append(GoText.of(bytes, at, bytes.length)).toString());
    }

    private static int lastBlank(byte[] bytes, int from, int to) {
        int i = to - 1;
        while (i >= from && bytes[i] != ' ') {
            i--;
        }
        return i;
    }

    private static int firstBlank(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != ' ') {
            i++;
        }
        return i;
    }
}
