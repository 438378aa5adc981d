package io.fluxj.yaml;

/** The text being printed, with what the layout rules need to know of it: column, indentation, and what was written last. */
public final class YamlOutput {

    private final StringBuilder text = new StringBuilder(1024);
    private int column;
    private int indent = -1;
    private boolean whitespace = true;
    private boolean indention = true;

    public int column() {
        return column;
    }

    public int indent() {
        return indent;
    }

    public void setIndent(int columns) {
        indent = columns;
    }

    /** Whether only indentation and indicators such as {@code -} stand on the line so far. */
    public boolean atIndention() {
        return indention;
    }

    public void put(int codePoint) {
        text.appendCodePoint(codePoint);
        column++;
    }

    public void content(int codePoint) {
        put(codePoint);
        whitespace = false;
        indention = false;
    }

    /** Text of a block scalar: it leaves the blank before it as it is. */
    public void literalContent(int codePoint) {
        put(codePoint);
        indention = false;
    }

    /** A line break other than a line feed was written as it is. */
    public void brokeLine() {
        column = 0;
        indention = true;
    }

    public void lineBreak() {
        text.append('\n');
        column = 0;
        whitespace = true;
        indention = true;
    }

    public void indicator(String sign, boolean needsBlank, boolean isBlank, boolean isIndention) {
        if (needsBlank && !whitespace) {
            put(' ');
        }
        text.append(sign);
        column += sign.length();
        whitespace = isBlank;
        indention = indention && isIndention;
    }

    public void blankBefore() {
        if (!whitespace) {
            put(' ');
        }
    }

    public void writeIndent() {
        int wanted = Math.max(indent, 0);
        if (!indention || column > wanted || (column == wanted && !whitespace)) {
            text.append('\n');
            column = 0;
        }
        while (column < wanted) {
            put(' ');
        }
        whitespace = true;
        indention = true;
    }

    public String finish() {
        if (column > 0) {
            text.append('\n');
        }
        return text.toString();
    }
}
