package io.fluxj.sops.yaml;

/** Blanks and line breaks between two words of a scalar: one line break becomes a blank, of several the first is dropped. */
final class Blanks {
    private final StringBuilder blanks = new StringBuilder();
    private final StringBuilder firstBreak = new StringBuilder();
    private final StringBuilder laterBreaks = new StringBuilder();
    private boolean broken;

    boolean isBroken() {
        return broken;
    }

    boolean isEmpty() {
        return !broken && blanks.isEmpty();
    }

    /** As after an escaped line break, which adds nothing. */
    void breakSilently() {
        broken = true;
    }

    void blank(Source source) {
        if (broken) {
            source.skip();
        } else {
            source.read(blanks);
        }
    }

    void lineBreak(Source source) {
        if (broken) {
            source.readLine(laterBreaks);
        } else {
            blanks.setLength(0);
            source.readLine(firstBreak);
            broken = true;
        }
    }

    void joinTo(StringBuilder text) {
        if (!broken) {
            text.append(blanks);
        } else if (!firstBreak.isEmpty() && firstBreak.charAt(0) == '\n') {
            text.append(laterBreaks.isEmpty() ? " " : laterBreaks);
        } else {
            text.append(firstBreak).append(laterBreaks);
        }
        clear();
    }

    private void clear() {
        blanks.setLength(0);
        firstBreak.setLength(0);
        laterBreaks.setLength(0);
        broken = false;
    }
}
