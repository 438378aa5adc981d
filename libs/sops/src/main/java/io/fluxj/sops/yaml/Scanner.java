package io.fluxj.sops.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Makes tokens of a text, two ahead of what is asked for, so that comments are known when their node is made. */
final class Scanner {
    private static final int DEEPEST = 10_000;
    private static final int KEPT = 2;

    private final Source source;
    private final Remarks remarks = new Remarks();
    private final RemarkScanner remarkScanner;
    private final SimpleKeys keys = new SimpleKeys();
    private final Deque<Integer> indents = new ArrayDeque<>();

    /** Tokens not yet asked for, after the last two that were. */
    private final List<Token> queue = new ArrayList<>();

    private int head;
    private int passed;
    private int indent = -1;
    private boolean keyAllowed = true;

    Scanner(Source source) {
        this.source = source;
        this.remarkScanner = new RemarkScanner(source, remarks);
        Mark start = source.mark();
        queue.add(Token.of(TokenType.STREAM_START, start, start));
    }

    Remarks remarks() {
        return remarks;
    }

    Token peek() {
        while (head >= queue.size() - 2 || keys.mayBeKey(passed, source.mark())) {
            fetch();
        }
        Token token = queue.get(head);
        remarks.gather(token);
        return token;
    }

    Token next() {
        Token token = peek();
        passed++;
        head++;
        if (head > KEPT) {
            queue.removeFirst();
            head--;
        }
        return token;
    }

    private void fetch() {
        Mark scan = source.mark();
        skipToToken();
        unroll(source.column(), scan);
        if (source.isEnd()) {
            endStream();
        } else if (source.column() == 0 && source.is('%')) {
            startOfLine();
            queue.add(new TagScanner(source).directive());
        } else if (source.isIndicator('-')) {
            indicator(TokenType.DOCUMENT_START);
        } else if (source.isIndicator('.')) {
            indicator(TokenType.DOCUMENT_END);
        } else {
            content();
        }
    }

    /** What may have a comment beside it. */
    private void content() {
        Mark commented = source.mark();
        if (source.is(inFlow() ? ',' : ':')) {
            commented = queue.getLast().start();
        }
        fetchContent();
        if (!queue.getLast().is(TokenType.BLOCK_ENTRY)) {
            remarkScanner.line(commented);
        }
    }

    private void fetchContent() {
        switch (source.at(0)) {
            case '[' -> open(TokenType.FLOW_SEQUENCE_START);
            case '{' -> open(TokenType.FLOW_MAPPING_START);
            case ']' -> close(TokenType.FLOW_SEQUENCE_END);
            case '}' -> close(TokenType.FLOW_MAPPING_END);
            case ',' -> flowEntry();
            case '*' -> anchor(TokenType.ALIAS);
            case '&' -> anchor(TokenType.ANCHOR);
            case '!' -> tag();
            case '\'', '"' -> quoted();
            default -> fetchOther();
        }
    }

    private void fetchOther() {
        boolean parted = source.isBlankOrEnd(1);
        if (source.is('-') && parted) {
            blockEntry();
        } else if (source.is('?') && (inFlow() || parted)) {
            key();
        } else if (source.is(':') && (inFlow() || parted)) {
            value();
        } else if ((source.is('|') || source.is('>')) && !inFlow()) {
            blockScalar();
        } else if (startsPlain()) {
            plain();
        } else {
            throw scanError("found character that cannot start any token");
        }
    }

    private boolean startsPlain() {
        int first = source.at(0);
        if (first == '-') {
            return !source.isBlank(1);
        }
        if (first == '?' || first == ':') {
            return !inFlow() && !source.isBlankOrEnd(1);
        }
        return !source.isBlankOrEnd(0) && !Characters.isOneOf(first, ",[]{}#&*!|>'\"%@`");
    }

    private YamlException scanError(String problem) {
        return YamlException.scanning(problem, source.mark(), source.mark());
    }

    private boolean inFlow() {
        return keys.depth() > 0;
    }

    private void skipToToken() {
        Mark scan = source.mark();
        while (true) {
            if (source.column() == 0 && source.is(0xFEFF)) {
                source.skip();
            }
            while (source.is(' ') || ((inFlow() || !keyAllowed) && source.is('\t'))) {
                source.skip();
            }
            remarkBesideDash();
            if (source.is('#')) {
                remarkScanner.block(scan, lastBeforeRemarks(), indent, inFlow());
            }
            if (!source.isBreak(0)) {
                return;
            }
            source.skipLine();
            keyAllowed |= !inFlow();
        }
    }

    private void remarkBesideDash() {
        int size = queue.size();
        if (!remarks.isEmpty()
                && size > 1
                && queue.get(size - 2).is(TokenType.BLOCK_SEQUENCE_START)
                && queue.get(size - 1).is(TokenType.BLOCK_ENTRY)
                && !source.isBreak(0)) {
            remarks.turnLatestToHead(source.mark());
        }
    }

    private Token lastBeforeRemarks() {
        int size = queue.size();
        Token last = queue.get(size - 1);
        return last.is(TokenType.FLOW_ENTRY) && size > 1 ? queue.get(size - 2) : last;
    }

    private void roll(int column, int position, TokenType type, Mark mark) {
        if (!inFlow() && indent < column) {
            indents.push(indent);
            indent = column;
            if (indents.size() > DEEPEST) {
                throw scanError("exceeded max depth of " + DEEPEST);
            }
            queue.add(position, Token.of(type, mark, mark));
        }
    }

    private void unroll(int column, Mark scan) {
        if (inFlow()) {
            return;
        }
        Mark end = new Mark(scan.index() - 1, scan.line(), scan.column());
        while (indent > column) {
            end = beforeFeet(end);
            queue.add(Token.of(TokenType.BLOCK_END, end, end));
            indent = indents.pop();
        }
    }

    /** The end of a block comes before the comments that stand further left, and after those that stand at its own column. */
    private Mark beforeFeet(Mark blockEnd) {
        Mark end = blockEnd;
        int stop = blockEnd.index();
        List<Remark> scanned = remarks.scanned();
        for (int i = scanned.size() - 1; i >= 0 && !remarks.isTaken(i); i--) {
            Remark each = scanned.get(i);
            if (each.end().index() < stop) {
                break;
            }
            if (each.start().column() == indent + 1) {
                end = each.start();
            }
            stop = each.scan().index();
        }
        return end;
    }

    private void startOfLine() {
        unroll(-1, source.mark());
        keys.remove();
        keyAllowed = false;
    }

    private void endStream() {
        source.endLine();
        startOfLine();
        queue.add(Token.of(TokenType.STREAM_END, source.mark(), source.mark()));
    }

    private void indicator(TokenType type) {
        startOfLine();
        add(type, 3);
    }

    private void add(TokenType type, int length) {
        Mark start = source.mark();
        source.skip(length);
        queue.add(Token.of(type, start, source.mark()));
    }

    private void saveKey() {
        if (keyAllowed) {
            boolean required = !inFlow() && indent == source.column();
            keys.save(new SimpleKeys.Candidate(required, passed + queue.size() - head, source.mark()));
        }
    }

    private void open(TokenType type) {
        saveKey();
        keys.enter();
        if (keys.depth() > DEEPEST) {
            throw scanError("exceeded max depth of " + DEEPEST);
        }
        keyAllowed = true;
        add(type, 1);
    }

    private void close(TokenType type) {
        keys.remove();
        keys.leave();
        keyAllowed = false;
        add(type, 1);
    }

    private void flowEntry() {
        keys.remove();
        keyAllowed = true;
        add(TokenType.FLOW_ENTRY, 1);
    }

    private void blockEntry() {
        if (!inFlow()) {
            requireKeyAllowed("block sequence entries are not allowed in this context");
            roll(source.column(), queue.size(), TokenType.BLOCK_SEQUENCE_START, source.mark());
        }
        keys.remove();
        keyAllowed = true;
        add(TokenType.BLOCK_ENTRY, 1);
    }

    private void requireKeyAllowed(String problem) {
        if (!keyAllowed) {
            throw scanError(problem);
        }
    }

    private void key() {
        if (!inFlow()) {
            requireKeyAllowed("mapping keys are not allowed in this context");
            roll(source.column(), queue.size(), TokenType.BLOCK_MAPPING_START, source.mark());
        }
        keys.remove();
        keyAllowed = !inFlow();
        add(TokenType.KEY, 1);
    }

    private void value() {
        SimpleKeys.Candidate key = keys.take(source.mark());
        if (key != null) {
            int position = key.number() - passed + head;
            queue.add(position, Token.of(TokenType.KEY, key.mark(), key.mark()));
            roll(key.mark().column(), position, TokenType.BLOCK_MAPPING_START, key.mark());
            keyAllowed = false;
        } else {
            if (!inFlow()) {
                requireKeyAllowed("mapping values are not allowed in this context");
                roll(source.column(), queue.size(), TokenType.BLOCK_MAPPING_START, source.mark());
            }
            keyAllowed = !inFlow();
        }
        add(TokenType.VALUE, 1);
    }

    private void anchor(TokenType type) {
        saveKey();
        keyAllowed = false;
        queue.add(new TagScanner(source).anchor(type));
    }

    private void tag() {
        saveKey();
        keyAllowed = false;
        queue.add(new TagScanner(source).tag());
    }

    private void blockScalar() {
        keys.remove();
        keyAllowed = true;
        queue.add(new BlockScalarScanner(source, remarkScanner, indent).scan());
    }

    private void quoted() {
        saveKey();
        keyAllowed = false;
        queue.add(new QuotedScanner(source).scan());
    }

    private void plain() {
        saveKey();
        keyAllowed = false;
        PlainScanner scanner = new PlainScanner(source, indent, inFlow());
        queue.add(scanner.scan());
        keyAllowed |= scanner.endedOnNewLine();
    }
}
