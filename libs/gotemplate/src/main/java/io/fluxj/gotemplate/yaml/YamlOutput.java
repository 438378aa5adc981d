package io.fluxj.gotemplate.yaml;

/** The text being printed, with what the layout rules need to know of it: column, indentation, and what was written last. */
final class YamlOutput {

    private final StringBuilder text = new StringBuilder(1024);
    private int column;
    private int indent = -1;
    private boolean whitespace = true;
    private boolean indention = true;

    int column() {
        return column;
    }

    int indent() {
        return indent;
    }

    void setIndent(int columns) {
        indent = columns;
    }

    /** Whether only indentation and indicators such as {@code -} stand on the line so far. */
    boolean atIndention() {
        return indention;
    }

    void put(int codePoint) {
        text.appendCodePoint(codePoint);
        column++;
    }

    void content(int codePoint) {
        put(codePoint);
        whitespace = false;
        indention = false;
    }

    /** Text of a block scalar: it leaves the blank before it as it is. */
    void literalContent(int codePoint) {
        put(codePoint);
        indention = false;
    }

    /** A line break other than a line feed was written as it is. */
    void brokeLine() {
        column = 0;
        indention = true;
    }

    void lineBreak() {
        text.append('\n');
        column = 0;
        whitespace = true;
        indention = true;
    }

    void indicator(String sign, boolean needsBlank, boolean isBlank, boolean isIndention) {
        if (needsBlank && !whitespace) {
            put(' ');
        }
        text.append(sign);
        column += sign.length();
        whitespace = isBlank;
        indention = indention && isIndention;
    }

    void blankBefore() {
        if (!whitespace) {
            put(' ');
        }
    }

    void writeIndent() {
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

    String finish() {
        if (column > 0) {
            text.append('\n');
        }
        return text.toString();
    }
}
