package io.fluxj.sandbox;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much fits on the screen.
 *
 * @param columns characters in a line
 * @param rows lines
 */
record TerminalSize(int columns, int rows) {

    private static final TerminalSize UNKNOWN = new TerminalSize(160, 50);
    private static final File TERMINAL = new File("/dev/tty");
    private static final Pattern ANSWER = Pattern.compile("([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})\\s*");

    /** The size of the terminal as it is now: it changes when its window does. */
    static TerminalSize now() {
        return ask().orElseGet(TerminalSize::told);
    }

    /** As {@code COLUMNS} says, with any number of rows. */
    static TerminalSize told() {
        var columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[0-9]{2,4}")
                ? new TerminalSize(Integer.parseInt(columns), UNKNOWN.rows)
                : UNKNOWN;
    }

    private static Optional<TerminalSize> ask() {
        try {
            var stty =
                    new ProcessBuilder("stty", "size").redirectInput(TERMINAL).start();
            try (var out = stty.inputReader()) {
                return Optional.ofNullable(out.readLine()).flatMap(TerminalSize::read);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<TerminalSize> read(String answer) {
        return ANSWER.matcher(answer).results().findFirst().map(TerminalSize::of);
    }

    private static TerminalSize of(MatchResult answer) {
        return new TerminalSize(Integer.parseInt(answer.group(2)), Integer.parseInt(answer.group(1)));
    }
}
