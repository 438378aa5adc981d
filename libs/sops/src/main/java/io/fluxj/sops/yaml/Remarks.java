package io.fluxj.sops.yaml;

import java.util.ArrayList;
import java.util.List;

/** The comments that were scanned, and those among them that wait for the next node. */
final class Remarks {
    private final List<Remark> scanned = new ArrayList<>();
    private int taken;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder foot = new StringBuilder();

    void add(Remark remark) {
        scanned.add(remark);
    }

    boolean isEmpty() {
        return scanned.isEmpty();
    }

    /** All that were scanned, the latest last; those before {@code taken} belong to nodes already. */
    List<Remark> scanned() {
        return scanned;
    }

    boolean isTaken(int position) {
        return position < taken;
    }

    /** Makes the latest one, beside the dash of a list, the head of what follows. */
    void turnLatestToHead(Mark here) {
        int last = scanned.size() - 1;
        Remark latest = scanned.get(last);
        if (latest.place() == Remark.Place.LINE && !isTaken(last)) {
            boolean lineBefore = latest.start().line() == here.line() - 1;
            scanned.set(last, latest.asHead(lineBefore ? here : latest.token()));
        }
    }

    /** Gathers those that belong to this token or what came before it. */
    void gather(Token token) {
        while (taken < scanned.size()) {
            Remark next = scanned.get(taken);
            boolean later = token.start().index() < next.token().index();
            boolean keptForNext = next.place() == Remark.Place.HEAD && token.is(TokenType.BLOCK_END);
            if (later || keptForNext) {
                return;
            }
            append(
                    switch (next.place()) {
                        case HEAD -> head;
                        case LINE -> line;
                        case FOOT -> foot;
                    },
                    next.text());
            taken++;
        }
    }

    private static void append(StringBuilder target, String text) {
        if (!target.isEmpty()) {
            target.append('\n');
        }
        target.append(text);
    }

    /** Gives the waiting ones to a node. */
    void giveTo(Node node) {
        node.comments(take(head), take(line), take(foot));
    }

    int headLength() {
        return head.length();
    }

    String takeHead() {
        return take(head);
    }

    /** Cuts off the first characters of the waiting head, and the line break behind them. */
    String takeHead(int length) {
        String stem = head.substring(0, length);
        head.delete(0, Math.min(head.length(), length + 1));
        return stem;
    }

    /** The part of the waiting head before its last empty line belongs to the document. */
    String takeHeadOfDocument() {
        for (int i = head.length() - 1; i > 0; i--) {
            if (head.charAt(i) != '\n') {
                continue;
            }
            if (i == head.length() - 1) {
                return cut(i, i + 1);
            }
            if (head.charAt(i - 1) == '\n') {
                return cut(i - 1, i + 1);
            }
        }
        return "";
    }

    private String cut(int length, int rest) {
        String first = head.substring(0, length);
        head.delete(0, rest);
        return first;
    }

    private static String take(StringBuilder waiting) {
        String text = waiting.toString();
        waiting.setLength(0);
        return text;
    }
}
