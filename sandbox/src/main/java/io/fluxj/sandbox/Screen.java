package io.fluxj.sandbox;

import java.io.Console;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the sandbox writes. On a terminal the objects fill a screen of their own, which is drawn again when they or its size
 * change and leaves nothing behind; elsewhere only lines that changed are printed. The last table stays when it is closed.
 */
final class Screen implements AutoCloseable {

    private static final int MESSAGES = 5;
    private static final String ENTER = "\033[?1049h";
    private static final String LEAVE = "\033[?1049l";
    private static final String TOP = "\033[H";
    private static final String CLEAR_LINE = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    private final PrintStream out;
    private final boolean terminal;
    private final Supplier<TerminalSize> size;
    private final List<String> notes = new ArrayList<>();
    private final Deque<String> messages = new ArrayDeque<>();
    private List<ObjectRow> rows = List.of();
    private List<String> shown = List.of();
    private TerminalSize shownAt = new TerminalSize(0, 0);
    private boolean entered;

    Screen(PrintStream out, boolean terminal, Supplier<TerminalSize> size) {
        this.out = out;
        this.terminal = terminal;
        this.size = size;
    }

    /** {@return a screen over standard output} */
    static Screen standard() {
        var terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new Screen(System.out, terminal, terminal ? TerminalSize::now : TerminalSize::told);
    }

    /** Prints a line, once. */
    synchronized void say(String line) {
        leave();
        out.println(line);
        out.flush();
    }

    /** Prints a line that stays in sight while the objects are shown. */
    synchronized void note(String line) {
        say(line);
        notes.add(line);
    }

    /** A message that came in; the last few stay in sight while the objects are shown. */
    synchronized void message(String line) {
        messages.addLast(line);
        if (messages.size() > MESSAGES) {
            messages.removeFirst();
        }
        if (!terminal) {
            out.println(line);
            out.flush();
        }
    }

    /** Shows the objects in place of those shown before. */
    synchronized void show(List<ObjectRow> objects) {
        rows = List.copyOf(objects);
        var now = size.get();
        if (terminal) {
            draw(Dashboard.lines(notes, rows, List.copyOf(messages), now), now);
        } else {
            var lines = whole(now);
            lines.stream().filter(line -> !shown.contains(line)).forEach(out::println);
            shown = lines;
        }
        out.flush();
    }

    private List<String> whole(TerminalSize now) {
        var lines = new ArrayList<>(StatusTable.lines(rows, now.columns()));
        lines.addAll(FailureText.lines(rows, now.columns()));
        return lines;
    }

    private void draw(List<String> lines, TerminalSize now) {
        if (entered && lines.equals(shown) && now.equals(shownAt)) {
            return;
        }
        var text = new StringBuilder(entered ? "" : ENTER).append(TOP);
        if (!now.equals(shownAt)) {
            text.append(CLEAR_BELOW);
        }
        text.append(String.join(CLEAR_LINE + "\r\n", lines)).append(CLEAR_LINE).append(CLEAR_BELOW);
        out.print(text);
        entered = true;
        shown = lines;
        shownAt = now;
    }

    private void leave() {
        if (entered) {
            out.print(LEAVE);
            entered = false;
        }
    }

    /** Prints the last table, whole; nothing when none was shown. */
    @Override
    public synchronized void close() {
        leave();
        if (!rows.isEmpty()) {
            whole(size.get()).forEach(out::println);
            rows = List.of();
        }
        out.flush();
    }
}
