package io.fluxj.sops.yaml;

/** A scalar behind {@code |} or {@code >}. */
final class BlockScalarScanner {
    private final Source source;
    private final RemarkScanner remarks;
    private final int parentIndent;
    private final Mark start;
    private final boolean literal;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder lastBreak = new StringBuilder();
    private final StringBuilder emptyLines = new StringBuilder();
    private int indent;
    private int chomping;
    private Mark end;

    BlockScalarScanner(Source source, RemarkScanner remarks, int parentIndent) {
        this.source = source;
        this.remarks = remarks;
        this.parentIndent = parentIndent;
        this.start = source.mark();
        this.end = start;
        this.literal = source.is('|');
    }

    Token scan() {
        source.skip();
        header();
        emptyLines();
        boolean indented = false;
        while (source.column() == indent && !source.isEnd()) {
            boolean nowIndented = source.isBlank(0);
            join(indented || nowIndented);
            indented = nowIndented;
            while (!source.isBreakOrEnd(0)) {
                source.read(text);
            }
            source.readLine(lastBreak);
            emptyLines();
        }
        if (chomping >= 0) {
            text.append(lastBreak);
        }
        if (chomping > 0) {
            text.append(emptyLines);
        }
        return Token.scalar(text.toString(), literal ? Style.LITERAL : Style.FOLDED, start, end);
    }

    /** Folds the line break before this line, unless one of both lines is indented. */
    private void join(boolean kept) {
        boolean folds = !literal && !kept && !lastBreak.isEmpty() && lastBreak.charAt(0) == '\n';
        if (!folds) {
            text.append(lastBreak);
        } else if (emptyLines.isEmpty()) {
            text.append(' ');
        }
        lastBreak.setLength(0);
        text.append(emptyLines);
        emptyLines.setLength(0);
    }

    private YamlException error(String problem) {
        return YamlException.scanning(problem, start, source.mark());
    }

    private void header() {
        chomp();
        int increment = increment();
        if (chomping == 0) {
            chomp();
        }
        source.skipBlanks();
        if (source.is('#')) {
            remarks.line(start);
        }
        if (!source.isBreakOrEnd(0)) {
            throw error("did not find expected comment or line break");
        }
        source.skipLine();
        end = source.mark();
        indent = increment > 0 ? Math.max(parentIndent, 0) + increment : 0;
    }

    private void chomp() {
        if (source.is('+') || source.is('-')) {
            chomping = source.is('+') ? 1 : -1;
            source.skip();
        }
    }

    private int increment() {
        if (!Characters.isDigit(source.at(0))) {
            return 0;
        }
        if (source.is('0')) {
            throw error("found an indentation indicator equal to 0");
        }
        int increment = source.at(0) - '0';
        source.skip();
        return increment;
    }

    private void emptyLines() {
        end = source.mark();
        int widest = 0;
        while (true) {
            while (mayIndent() && source.is(' ')) {
                source.skip();
            }
            widest = Math.max(widest, source.column());
            if (mayIndent() && source.is('\t')) {
                throw error("found a tab character where an indentation space is expected");
            }
            if (!source.isBreak(0)) {
                break;
            }
            source.readLine(emptyLines);
            end = source.mark();
        }
        if (indent == 0) {
            indent = Math.max(Math.max(widest, parentIndent + 1), 1);
        }
    }

    private boolean mayIndent() {
        return indent == 0 || source.column() < indent;
    }
}
