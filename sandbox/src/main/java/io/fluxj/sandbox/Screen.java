package io.fluxj.sandbox;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Where the sandbox writes: on a terminal the table is redrawn in place, elsewhere only lines that changed are printed. */
final class Screen {

    private static final int DEFAULT_WIDTH = 160;

    private final PrintStream out;
    private final boolean terminal;
    private final int width;
    private List<String> shown = List.of();

    Screen(PrintStream out, boolean terminal, int width) {
        this.out = out;
        this.terminal = terminal;
        this.width = width;
    }

    /** {@return a screen over standard output, as wide as {@code COLUMNS} says} */
    static Screen standard() {
        var terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        var columns = System.getenv("COLUMNS");
        var width = columns != null && columns.matches("[0-9]{2,4}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
        return new Screen(System.out, terminal, width);
    }

    int width() {
        return width;
    }

    /** Prints one line above the table. */
    synchronized void say(String line) {
        erase();
        out.println(line);
        out.flush();
    }

    /** Shows the table's lines in place of those shown before. */
    synchronized void show(List<String> lines) {
        if (lines.equals(shown)) {
            return;
        }
        if (terminal) {
            erase();
            lines.forEach(out::println);
        } else {
            lines.stream().filter(line -> !shown.contains(line)).forEach(out::println);
        }
        out.flush();
        shown = List.copyOf(lines);
    }

    private void erase() {
        if (terminal && !shown.isEmpty()) {
            out.print("\033[" + shown.size() + "A\033[J");
        }
        if (terminal) {
            shown = List.of();
        }
    }
}
