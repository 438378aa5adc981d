package io.fluxj.audit.cli;

import io.fluxj.audit.Entry;
import io.fluxj.audit.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** Lines of a text, whose end is a line feed alone. Of one that is longer than any entry only the beginning is kept. */
record LineReader(BufferedReader text) implements Verification.Lines {
    @Override
    public Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = text.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            if (line.length() <= Entry.LONGEST) {
                line.append((char) next);
            }
            next = text.read();
        }
        return Optional.of(line.toString());
    }
}
