package io.fluxj.sops.yaml;

/** A scalar without quotes. */
final class PlainScanner {
    private final Source source;
    private final int indent;
    private final boolean inFlow;
    private final Mark start;
    private final StringBuilder text = new StringBuilder();
    private final Blanks blanks = new Blanks();
    private Mark end;

    PlainScanner(Source source, int indent, boolean inFlow) {
        this.source = source;
        this.indent = indent + 1;
        this.inFlow = inFlow;
        this.start = source.mark();
        this.end = start;
    }

    boolean endedOnNewLine() {
        return blanks.isBroken();
    }

    Token scan() {
        do {
            if (source.isDocumentIndicator() || source.is('#')) {
                break;
            }
            while (!source.isBlankOrEnd(0) && !endsHere()) {
                blanks.joinTo(text);
                source.read(text);
                end = source.mark();
            }
            if (!source.isBlank(0) && !source.isBreak(0)) {
                break;
            }
            blanks();
        } while (inFlow || source.column() >= indent);
        return Token.scalar(text.toString(), Style.PLAIN, start, end);
    }

    private boolean endsHere() {
        return (source.is(':') && source.isBlankOrEnd(1)) || (inFlow && Characters.isOneOf(source.at(0), ",?[]{}"));
    }

    private void blanks() {
        while (source.isBlank(0) || source.isBreak(0)) {
            if (source.isBreak(0)) {
                blanks.lineBreak(source);
            } else {
                if (blanks.isBroken() && source.column() < indent && source.is('\t')) {
                    throw YamlException.scanning(
                            "found a tab character that violates indentation", start, source.mark());
                }
                blanks.blank(source);
            }
        }
    }
}
