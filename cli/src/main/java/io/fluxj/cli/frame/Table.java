package io.fluxj.cli.frame;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under headings, as {@code flux} prints them: cells filled with blanks to the width of their column, a tab between two of them and one after the last,
 * headings in capitals without that last one. A cell of several lines goes on below, under its own heading.
 */
public final class Table {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> headings) {
        this.headings = headings;
    }

    /** A table without headings. */
    public static Table plain() {
        return new Table(List.of());
    }

    /** A table with headings. */
    public static Table of(List<String> headings) {
        return new Table(headings.stream()
                .map(heading -> heading.toUpperCase(Locale.ROOT))
                .toList());
    }

    /** Adds a row. */
    public Table row(List<String> cells) {
        int height = cells.stream().mapToInt(cell -> lines(cell).size()).max().orElse(1);
        for (int line = 0; line < height; line++) {
            int number = line;
            rows.add(cells.stream()
                    .map(cell -> lines(cell))
                    .map(lines -> number < lines.size() ? lines.get(number) : "")
                    .toList());
        }
        return this;
    }

    private static List<String> lines(String cell) {
        return cell.lines().toList().isEmpty() ? List.of("") : cell.lines().toList();
    }

    /** Whether no row was added. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints what was added. */
    public void print(PrintStream out) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[Math.max(columns, headings.size())];
        widen(widths, headings);
        rows.forEach(row -> widen(widths, row));
        if (!headings.isEmpty()) {
            out.println(filled(headings, widths));
        }
        rows.forEach(row -> out.println(filled(row, widths) + '\t'));
    }

    private static void widen(int[] widths, List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            widths[column] = Math.max(widths[column], width(row.get(column)));
        }
    }

    private static String filled(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - width(row.get(column))))
                .collect(Collectors.joining("\t"));
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
