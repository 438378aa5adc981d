package io.fluxj.golden;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines in which two texts differ, with a few around them, as {@code diff -u} shows them: {@code -} recorded, {@code +} seen.
 */
public final class Diff {
    private static final int CONTEXT = 3;
    /** Beyond this many lines the common ones are not looked for. */
    private static final int MOST = 4000;

    private final List<String> recorded;
    private final List<String> seen;

    private Diff(List<String> recorded, List<String> seen) {
        this.recorded = recorded;
        this.seen = seen;
    }

    /** Empty when the texts are equal. */
    public static String between(String recorded, String seen) {
        if (recorded.equals(seen)) {
            return "";
        }
        String shown = shown(new Diff(recorded.lines().toList(), seen.lines().toList()).lines());
        return shown.isEmpty() ? "the ends of lines differ\n" : shown;
    }

    private List<String> lines() {
        int[][] common = common();
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < recorded.size() || j < seen.size()) {
            if (i < recorded.size() && j < seen.size() && recorded.get(i).equals(seen.get(j))) {
                lines.add("  " + recorded.get(i++));
                j++;
            } else if (i < recorded.size() && (j == seen.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + recorded.get(i++));
            } else {
                lines.add("+ " + seen.get(j++));
            }
        }
        return lines;
    }

    /** {@code [i][j]}: how many lines the rests from these on have in common. */
    private int[][] common() {
        int[][] common = new int[recorded.size() + 1][seen.size() + 1];
        if (recorded.size() > MOST || seen.size() > MOST) {
            return common;
        }
        for (int i = recorded.size() - 1; i >= 0; i--) {
            for (int j = seen.size() - 1; j >= 0; j--) {
                common[i][j] = recorded.get(i).equals(seen.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static String shown(List<String> lines) {
        StringBuilder text = new StringBuilder();
        boolean left = false;
        for (int i = 0; i < lines.size(); i++) {
            if (isNearChange(lines, i)) {
                text.append(left ? "  ...\n" : "").append(lines.get(i)).append('\n');
                left = false;
            } else {
                left = true;
            }
        }
        return text.toString();
    }

    private static boolean isNearChange(List<String> lines, int index) {
        return lines.subList(Math.max(0, index - CONTEXT), Math.min(lines.size(), index + CONTEXT + 1)).stream()
                .anyMatch(line -> !line.startsWith("  "));
    }
}
