package io.fluxj.sandbox;

import io.fluxj.sandbox.ObjectRow.State;
import java.util.ArrayList;
import java.util.List;

/** What fills the screen: notes, the table, what fails and why, and the messages of Alerts, cut to what fits. */
final class Dashboard {

    private static final int FEWEST_ROWS = 3;

    private Dashboard() {}

    /**
     * Lays out a screen.
     *
     * @param notes lines to keep in sight while there is room for all of them; they may be longer than the screen is wide
     * @param rows the objects
     * @param messages the last that came in, kept in sight while there is room for all of them
     * @param size of the screen; the answer never takes more lines than that
     */
    static List<String> lines(List<String> notes, List<ObjectRow> rows, List<String> messages, TerminalSize size) {
        int room = size.rows() - 1;
        var failures = FailureText.lines(rows, size.columns());
        int fewest = 1 + Math.min(rows.size(), FEWEST_ROWS);
        var shownFailures = firstOf(failures, Math.max(0, room - fewest));
        var table = table(rows, size.columns(), Math.max(1, room - shownFailures.size()));
        var lines = new ArrayList<String>();
        if (height(notes, size.columns()) + table.size() + shownFailures.size() <= room) {
            lines.addAll(notes);
        }
        lines.addAll(table);
        lines.addAll(shownFailures);
        if (height(lines, size.columns()) + messages.size() <= room) {
            messages.forEach(message -> lines.add(StatusTable.cut(message, size.columns())));
        }
        return lines;
    }

    /** What does not fit is counted; what is not ready comes first then. */
    private static List<String> table(List<ObjectRow> rows, int width, int most) {
        if (rows.size() + 1 <= most) {
            return StatusTable.lines(rows, width);
        }
        var ordered = new ArrayList<>(rows.stream().filter(row -> !isFine(row)).toList());
        ordered.addAll(rows.stream().filter(Dashboard::isFine).toList());
        int shown = Math.max(0, most - 2);
        var lines = new ArrayList<>(StatusTable.lines(ordered.subList(0, shown), width));
        var left = ordered.subList(shown, ordered.size());
        long unready = left.stream().filter(row -> !isFine(row)).count();
        var rest = unready == 0 ? "all Ready" : unready + " of them not Ready";
        lines.add(StatusTable.cut("… and " + left.size() + " more, " + rest, width));
        return firstOf(lines, most);
    }

    private static boolean isFine(ObjectRow row) {
        return row.state() == State.READY || row.state() == State.SUSPENDED;
    }

    private static List<String> firstOf(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        return most == 0 ? List.of() : List.copyOf(lines.subList(0, most));
    }

    private static int height(List<String> lines, int width) {
        return lines.stream()
                .mapToInt(line -> Math.max(1, Math.ceilDiv(line.length(), width)))
                .sum();
    }
}
