package io.fluxj.notification.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reasons in words: {@code ReconciliationSucceeded} becomes {@code reconciliation succeeded}. */
final class Reasons {
    private Reasons() {}

    private enum Letters {
        NONE,
        SMALL,
        LARGE,
        DIGITS,
        OTHERS
    }

    static String words(String reason) {
        List<StringBuilder> runs = runs(reason);
        lendInitials(runs);
        return String.join(
                        " ",
                        runs.stream()
                                .map(StringBuilder::toString)
                                .filter(word -> !word.isEmpty())
                                .toList())
                .toLowerCase(Locale.ROOT);
    }

    /** Letters of one sort stand together. */
    private static List<StringBuilder> runs(String reason) {
        List<StringBuilder> runs = new ArrayList<>();
        Letters last = Letters.NONE;
        for (int point : reason.codePoints().toArray()) {
            Letters sort = sort(point);
            if (sort != last) {
                runs.add(new StringBuilder());
            }
            runs.getLast().appendCodePoint(point);
            last = sort;
        }
        return runs;
    }

    /** The last large letter of a run begins the word after it: PDFLoader is PDF and Loader. */
    private static void lendInitials(List<StringBuilder> runs) {
        for (int at = 0; at + 1 < runs.size(); at++) {
            StringBuilder run = runs.get(at);
            StringBuilder next = runs.get(at + 1);
            if (sort(run.codePointAt(0)) == Letters.LARGE && sort(next.codePointAt(0)) == Letters.SMALL) {
                int initial = run.codePointBefore(run.length());
                next.insert(0, Character.toString(initial));
                run.setLength(run.length() - Character.charCount(initial));
            }
        }
    }

    private static Letters sort(int point) {
        if (Character.isLowerCase(point)) {
            return Letters.SMALL;
        }
        if (Character.isUpperCase(point)) {
            return Letters.LARGE;
        }
        return Character.isDigit(point) ? Letters.DIGITS : Letters.OTHERS;
    }
}
