package io.fluxj.sops.yaml;

/** The text that is written, and where in it the writer stands. */
final class Output {
    private final StringBuilder text = new StringBuilder();
    private int column;
    private boolean afterBlank = true;
    private boolean indenting = true;

    /** An indent after which a foot ended: an empty line parts it from what follows there. */
    private int footIndent = -1;

    int column() {
        return column;
    }

    void put(int point) {
        text.appendCodePoint(point);
        column++;
    }

    void lineBreak() {
        text.append('\n');
        newLine();
    }

    /** Writes a line break of the text as it is. */
    void lineBreak(int point) {
        text.appendCodePoint(point);
        newLine();
    }

    private void newLine() {
        column = 0;
        indenting = true;
    }

    void indent(int width) {
        int indent = Math.max(width, 0);
        if (!indenting || column > indent || (column == indent && !afterBlank)) {
            lineBreak();
        }
        if (footIndent == indent) {
            lineBreak();
        }
        while (column < indent) {
            put(' ');
        }
        afterBlank = true;
        footIndent = -1;
    }

    void footEnded(int indent) {
        footIndent = Math.max(indent, 0);
    }

    void forgetFoot() {
        footIndent = -1;
    }

    /** A sign, parted by a blank from what stands before it. */
    void indicator(String sign, boolean countsAsBlank, boolean countsAsIndent) {
        part();
        attached(sign, countsAsBlank, countsAsIndent);
    }

    void attached(String sign, boolean countsAsBlank, boolean countsAsIndent) {
        sign.codePoints().forEach(this::put);
        afterBlank = countsAsBlank;
        indenting &= countsAsIndent;
    }

    void part() {
        if (!afterBlank) {
            put(' ');
        }
    }

    /** A character of a value or comment. */
    void content(int point) {
        put(point);
        indenting = false;
    }

    void afterBlank(boolean blank) {
        afterBlank = blank;
    }

    void endContent() {
        afterBlank = false;
        indenting = false;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
