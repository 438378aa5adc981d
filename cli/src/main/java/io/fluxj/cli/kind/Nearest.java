package io.fluxj.cli.kind;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant: the known word from which what was typed differs in the fewest letters. */
public final class Nearest {
    private static final int LONGEST = 100;

    private Nearest() {}

    /** The nearest of {@code known}, unless more than a third of the letters differ. */
    public static Optional<String> to(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(word -> word.length() <= LONGEST)
                .filter(word -> distance(typed, word) <= allowed)
                .min(Comparator.comparingInt((String word) -> distance(typed, word))
                        .thenComparing(word -> word));
    }

    /** {@code ; did you mean "..."?}, or nothing. */
    public static String hint(String typed, Collection<String> known) {
        return to(typed, known).map("; did you mean \"%s\"?"::formatted).orElse("");
    }

    /** Levenshtein's, in which two letters that changed places count as one change. */
    private static int distance(String typed, String word) {
        String from = typed.toLowerCase(Locale.ROOT);
        String to = word.toLowerCase(Locale.ROOT);
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                least[row][column] = row == 0 || column == 0 ? row + column : step(least, from, to, row, column);
            }
        }
        return least[from.length()][to.length()];
    }

    private static int step(int[][] least, String from, String to, int row, int column) {
        boolean same = from.charAt(row - 1) == to.charAt(column - 1);
        int best = Math.min(
                least[row - 1][column - 1] + (same ? 0 : 1),
                1 + Math.min(least[row - 1][column], least[row][column - 1]));
        boolean swapped = row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
        return swapped ? Math.min(best, least[row - 2][column - 2] + 1) : best;
    }
}
