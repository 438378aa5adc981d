package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;

/** Splits a text at its {@code ---} lines. */
final class Documents {

    private Documents() {}

    /**
     * One piece of a text.
     *
     * @param firstLine number of its first line in the whole text, counted from 1
     */
    record Piece(String text, int firstLine) {}

    static List<Piece> split(String source) {
        String text = source.replace("\r\n", "\n");
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        int line = 1;
        int from = 0;
        int at = text.indexOf("\n---", from);
        while (at >= 0) {
            int end = text.indexOf('\n', at + 1);
            if (end < 0) {
                break;
            }
            int pieceLine = line;
            line += lines(text, start, end + 1);
            String rest = text.substring(at + 4, end).strip();
            if (!rest.isEmpty() && !rest.startsWith("#")) {
                throw new YamlException(
                        "invalid document separator: "
                                + text.substring(at + 1, end).strip(),
                        line - 1);
            }
            pieces.add(new Piece(text.substring(start, at) + "\n", pieceLine));
            start = end + 1;
            at = text.indexOf("\n---", start);
        }
        pieces.add(new Piece(text.substring(start), line));
        return pieces;
    }

    private static int lines(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += text.charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }
}
