package io.fluxj.sops.yaml;

/** Writes scalars as go-yaml does with unlimited width. */
final class ScalarWriter {
    private final Output output;

    ScalarWriter(Output output) {
        this.output = output;
    }

    static Style style(Node node, Analysis analysis, boolean simpleKey) {
        Style style = simpleKey && analysis.multiline() ? Style.DOUBLE_QUOTED : node.style();
        boolean emptyKey = node.value().isEmpty() && simpleKey;
        if (style == Style.PLAIN && (!analysis.plain() || emptyKey)) {
            style = Style.SINGLE_QUOTED;
        }
        if (style == Style.SINGLE_QUOTED && !analysis.singleQuoted()) {
            return Style.DOUBLE_QUOTED;
        }
        boolean inBlock = style == Style.LITERAL || style == Style.FOLDED;
        return inBlock && (!analysis.block() || simpleKey) ? Style.DOUBLE_QUOTED : style;
    }

    void plain(int[] text, int indent) {
        if (text.length > 0) {
            output.part();
        }
        flowing(text, indent, false);
        if (text.length > 0) {
            output.afterBlank(false);
        }
    }

    void singleQuoted(int[] text, int indent) {
        output.indicator("'", false, false);
        flowing(text, indent, true);
        output.attached("'", false, false);
        output.endContent();
    }

    private void flowing(int[] text, int indent, boolean quoted) {
        boolean broken = false;
        for (int point : text) {
            if (Characters.isBreak(point)) {
                if (!broken && point == '\n') {
                    output.lineBreak();
                }
                output.lineBreak(point);
                broken = true;
            } else {
                if (broken && point != ' ') {
                    output.indent(indent);
                    broken = false;
                }
                if (quoted && point == '\'') {
                    output.put('\'');
                }
                output.content(point);
            }
        }
    }

    void doubleQuoted(int[] text) {
        output.indicator("\"", false, false);
        // go-yaml looks for the mark only at the begin of the text, and then escapes all of it
        boolean marked = text.length > 0 && text[0] == 0xFEFF;
        for (int point : text) {
            boolean escaped = marked || point == '"' || point == '\\' || Characters.isBreak(point);
            if (escaped || !Characters.isPrintable(point)) {
                Escapes.of(point).codePoints().forEach(output::put);
            } else {
                output.put(point);
            }
        }
        output.attached("\"", false, false);
        output.endContent();
    }

    /** The bar and what it says of indent and end; the line is not ended. */
    void literalHeader(int[] text, int indentStep) {
        output.indicator("|", false, false);
        if (text.length > 0 && (text[0] == ' ' || Characters.isBreak(text[0]))) {
            output.attached(Integer.toString(indentStep), false, false);
        }
        String chomping = chomping(text);
        if (!chomping.isEmpty()) {
            output.attached(chomping, false, false);
        }
    }

    private static String chomping(int[] text) {
        int last = text.length - 1;
        if (last < 0 || !Characters.isBreak(text[last])) {
            return "-";
        }
        return last == 0 || Characters.isBreak(text[last - 1]) ? "+" : "";
    }

    void literalLines(int[] text, int indent) {
        output.afterBlank(true);
        lines(text, indent, true);
    }

    private void lines(int[] text, int indent, boolean atStart) {
        boolean broken = atStart;
        for (int point : text) {
            if (Characters.isBreak(point)) {
                output.lineBreak(point);
                broken = true;
            } else {
                if (broken) {
                    output.indent(indent);
                }
                output.content(point);
                broken = false;
            }
        }
    }

    /** Lines of comment, each of which begins with its sign. */
    void comment(String comment, int indent) {
        int[] text = comment.codePoints().toArray();
        boolean broken = false;
        boolean signed = false;
        for (int point : text) {
            if (Characters.isBreak(point)) {
                output.lineBreak(point);
                broken = true;
                signed = false;
            } else {
                if (broken) {
                    output.indent(indent);
                }
                if (!signed && point != '#') {
                    output.put('#');
                    output.put(' ');
                }
                signed = true;
                output.content(point);
                broken = false;
            }
        }
        if (!broken) {
            output.lineBreak();
        }
        output.afterBlank(true);
    }
}
