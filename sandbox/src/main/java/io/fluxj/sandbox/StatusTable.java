package io.fluxj.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays rows out as text: columns as wide as their longest cell, the message cut at the width of the screen, or left out where it has
 * no room worth having.
 */
final class StatusTable {

    private static final List<String> HEADER = List.of("KIND", "NAMESPACE", "NAME", "READY", "REVISION", "MESSAGE");
    private static final int SHORT_HASH = 8;
    private static final int MESSAGE = HEADER.size() - 1;
    private static final int GAP = 2;
    private static final int LEAST_MESSAGE = 20;

    private StatusTable() {}

    /**
     * Lays out the rows.
     *
     * @param rows the rows in the order to show
     * @param width the screen's width in characters; longer lines are cut
     * @return one line per row below the header
     */
    static List<String> lines(List<ObjectRow> rows, int width) {
        var cells = new ArrayList<List<String>>();
        cells.add(HEADER);
        rows.forEach(row -> cells.add(cellsOf(row)));
        var widths = IntStream.range(0, HEADER.size())
                .map(column -> cells.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        int message =
                IntStream.range(0, MESSAGE).map(column -> widths[column] + GAP).sum();
        int columns = width - message < LEAST_MESSAGE ? MESSAGE : HEADER.size();
        return cells.stream()
                .map(line -> cut(join(line.subList(0, columns), widths), width))
                .toList();
    }

    private static List<String> cellsOf(ObjectRow row) {
        var firstLine = row.message().lines().findFirst().orElse("");
        return List.of(
                row.kind(), row.namespace(), row.name(), row.state().text(), shortened(row.revision()), firstLine);
    }

    /** {@code main@sha1:0123456789…} becomes {@code main@sha1:01234567}, as the flux command prints it. */
    private static String shortened(String revision) {
        int colon = revision.lastIndexOf(':');
        return colon < 0 ? revision : revision.substring(0, Math.min(revision.length(), colon + 1 + SHORT_HASH));
    }

    private static String join(List<String> line, int[] widths) {
        var text = new StringBuilder();
        for (int column = 0; column < line.size(); column++) {
            text.append(line.get(column))
                    .repeat(' ', widths[column] - line.get(column).length() + GAP);
        }
        return text.toString().stripTrailing();
    }

    static String cut(String line, int width) {
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "…";
    }
}
