package io.fluxj.cli.frame;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads from and writes to: data on {@code out}, what it does and what went wrong on {@code err}, each line with one of Flux's symbols.
 *
 * @param in what is typed or piped in
 * @param out data, and nothing else
 * @param err progress, questions and failures
 * @param coloured whether a person reads {@code err} on a terminal that shows colours
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean coloured) {

    /** That of this process. Always UTF-8, whatever the locale says: the symbols and users' messages need it. */
    public static Terminal ofProcess() {
        boolean interactive = isTerminal();
        return new Terminal(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                interactive && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM")));
    }

    @SuppressWarnings("SystemConsoleNull") // its contract still allows null
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** {@code ►}: something is being done. */
    public void action(String text) {
        say(Symbol.ACTION, text);
    }

    /** {@code ✔}: something succeeded. */
    public void success(String text) {
        say(Symbol.SUCCESS, text);
    }

    /** {@code ✗}: something failed. */
    public void failure(String text) {
        say(Symbol.FAILURE, text);
    }

    /** {@code ◎}: something is waited for. */
    public void waiting(String text) {
        say(Symbol.WAITING, text);
    }

    /** {@code ⚠}: something works, but not as one might think. */
    public void warning(String text) {
        say(Symbol.WARNING, text);
    }

    /** {@code ✚}: something is being generated. */
    public void generating(String text) {
        say(Symbol.GENERATE, text);
    }

    /**
     * Asks on {@code err} and reads one line.
     *
     * @return what was typed, without blanks at its ends; empty when nothing more can be read
     */
    public String ask(String question) {
        err.print(question);
        err.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            return answer == null ? "" : answer.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answer", e);
        }
    }

    /** Whether the question was answered with yes. */
    public boolean confirm(String question) {
        String answer = ask(question + " [y/N] ");
        return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
    }

    private void say(Symbol symbol, String text) {
        err.println(symbol.shown(coloured) + " " + text);
    }

    private enum Symbol {
        ACTION("►", 36),
        SUCCESS("✔", 32),
        FAILURE("✗", 31),
        WAITING("◎", 36),
        WARNING("⚠", 33),
        GENERATE("✚", 36);

        private final String sign;
        private final int colour;

        Symbol(String sign, int colour) {
            this.sign = sign;
            this.colour = colour;
        }

        String shown(boolean coloured) {
            return coloured ? "\u001b[" + colour + "m" + sign + "\u001b[0m" : sign;
        }
    }
}
