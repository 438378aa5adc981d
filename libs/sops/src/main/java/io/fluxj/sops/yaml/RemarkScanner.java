package io.fluxj.sops.yaml;

import io.fluxj.sops.yaml.Remark.Place;
import org.jspecify.annotations.Nullable;

/** Finds the comments in a text and says what they stand at: head, line or foot. The rules are those of go-yaml's scanner. */
final class RemarkScanner {
    /** So far it looks for the next comment over blanks and empty lines. */
    private static final int FARTHEST = 512;

    private final Source source;
    private final Remarks remarks;

    RemarkScanner(Source source, Remarks remarks) {
        this.source = source;
        this.remarks = remarks;
    }

    /** A comment behind a token on its line. */
    void line(Mark token) {
        if (source.newlines() > 0) {
            return;
        }
        int ahead = 0;
        while (ahead < FARTHEST && source.isBlank(ahead)) {
            ahead++;
        }
        if (ahead == FARTHEST || source.at(ahead) != '#') {
            return;
        }
        source.skip(ahead);
        Mark start = source.mark();
        StringBuilder text = new StringBuilder();
        readText(text);
        remarks.add(new Remark(Mark.NOWHERE, token, start, Mark.NOWHERE, Place.LINE, text.toString()));
    }

    private void readText(StringBuilder text) {
        while (!source.isBreakOrEnd(0)) {
            source.read(text);
        }
    }

    /** Comments on lines of their own, from the first {@code #} on. */
    void block(Mark scan, Token last, int indent, boolean inFlow) {
        new Block(scan, last, Math.max(indent, 0), inFlow).scan();
    }

    private final class Block {
        private Mark scan;
        private Mark token;
        private final boolean afterValue;
        private final int indent;
        private final boolean inFlow;
        private final int footLine;
        private boolean firstEmpty = source.newlines() <= 1;
        private boolean recentEmpty;
        private int line = source.line();
        private int column = source.column();
        private Mark start = Mark.NOWHERE;
        private @Nullable StringBuilder text;

        Block(Mark scan, Token last, int indent, boolean inFlow) {
            this.scan = scan;
            this.token = last.start();
            this.afterValue = last.is(TokenType.VALUE);
            this.indent = indent;
            this.inFlow = inFlow;
            this.footLine = scan.line() > 0 ? footLine() : -1;
        }

        /** The line on which a comment has to begin to be the foot of what stands before it. */
        private int footLine() {
            boolean besides = source.newlines() == 0 && source.column() > 1;
            return source.line() - source.newlines() + (besides ? 2 : 1);
        }

        void scan() {
            int ahead = 0;
            for (; ahead < FARTHEST; ahead++) {
                column++;
                if (source.isBlank(ahead)) {
                    continue;
                }
                if (closesFlow(ahead) || source.isBreakOrEnd(ahead)) {
                    empty(ahead);
                    if (!source.isBreak(ahead)) {
                        break;
                    }
                    nextLine();
                    continue;
                }
                if (text != null && column - 1 < indent && column != start.column()) {
                    add(Place.FOOT, ahead);
                }
                if (source.at(ahead) != '#') {
                    break;
                }
                comment(ahead);
                ahead = 0;
                column = 0;
                line = source.line();
            }
            if (text != null) {
                remarks.add(new Remark(scan, start, start, end(ahead - 1), Place.HEAD, text.toString()));
            }
        }

        private boolean closesFlow(int ahead) {
            return inFlow && (source.at(ahead) == ']' || source.at(ahead) == '}');
        }

        private void nextLine() {
            firstEmpty = false;
            recentEmpty = true;
            column = 0;
            line++;
        }

        /** An empty line or an end: what was read so far is the foot of what came before, or is parted from what follows. */
        private void empty(int ahead) {
            boolean closes = closesFlow(ahead);
            if (!closes && recentEmpty) {
                return;
            }
            boolean dedented = start.column() - 1 < indent;
            if (closes || (firstEmpty && ((start.line() == footLine && !afterValue) || dedented))) {
                if (text != null) {
                    token = dedented ? start : token;
                    add(Place.FOOT, ahead);
                }
            } else if (text != null && source.at(ahead) != 0) {
                text.append('\n');
            }
        }

        private void add(Place place, int ahead) {
            Mark end = end(ahead);
            remarks.add(new Remark(scan, token, start, end, place, String.valueOf(text)));
            scan = end;
            token = end;
            text = null;
        }

        private Mark end(int ahead) {
            return new Mark(source.mark().index() + ahead, line, column);
        }

        private void comment(int ahead) {
            StringBuilder into = text;
            if (into == null) {
                start = end(ahead);
                into = new StringBuilder();
                text = into;
            } else {
                into.append('\n');
            }
            recentEmpty = false;
            skipTo(source.mark().index() + ahead);
            readText(into);
        }

        private void skipTo(int index) {
            while (source.mark().index() < index) {
                if (source.isBreakOrEnd(0)) {
                    source.skipLine();
                } else {
                    source.skip();
                }
            }
        }
    }
}
