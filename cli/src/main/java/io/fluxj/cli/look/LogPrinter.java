package io.fluxj.cli.look;

import io.fluxj.cli.frame.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Prints the lines of several logs as they come, each line whole. */
record LogPrinter(Terminal terminal, Predicate<LogLine> filter) {

    void print(InputStream log) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LogLine.parse(line).filter(filter).map(LogLine::shown).ifPresent(terminal.out()::println);
            }
        }
    }
}
