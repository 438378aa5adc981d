package io.fluxj.sandbox;

import io.fluxj.sandbox.ObjectRow.State;
import java.util.ArrayList;
import java.util.List;

/** The whole messages of the objects that fail, for which a table has no room. */
final class FailureText {

    private static final String INDENT = "  ";

    private FailureText() {}

    /**
     * Lays out the messages.
     *
     * @param rows all rows
     * @param width the screen's width in characters; longer lines go on in the next one
     */
    static List<String> lines(List<ObjectRow> rows, int width) {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            if (row.state() == State.FAILING || row.state() == State.STALLED) {
                wrap("✗ " + row.subject() + ": " + row.message(), width, lines);
            }
        }
        return lines;
    }

    private static void wrap(String text, int width, List<String> into) {
        int room = Math.max(1, width - INDENT.length());
        var indent = "";
        for (var line : text.lines().toList()) {
            int at = 0;
            do {
                int end = end(line, at, room);
                into.add(indent + line.substring(at, end).stripTrailing());
                indent = INDENT;
                at = end;
            } while (at < line.length());
        }
    }

    /** After the last space that there is room for; in the middle of a word that is longer than that. */
    private static int end(String line, int at, int room) {
        if (line.length() - at <= room) {
            return line.length();
        }
        int space = line.lastIndexOf(' ', at + room);
        return space > at ? Math.min(space + 1, at + room) : at + room;
    }
}
