package io.fluxj.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The order of keys in printed mappings: natural, digit runs compare as numbers, letters after everything else. The relation is not
 * transitive for some keys with digits, so the sort is one that needs no transitivity.
 */
public record KeyOrder(Dialect dialect) {
    private static final int SMALL = 12;

    /** The keys in this order, in a list of their own. */
    public List<String> sorted(Collection<String> keys) {
        return mergeSort(new ArrayList<>(keys));
    }

    private List<String> mergeSort(List<String> keys) {
        if (keys.size() <= SMALL) {
            return insertionSort(keys);
        }
        List<String> left = mergeSort(keys.subList(0, keys.size() / 2));
        List<String> right = mergeSort(keys.subList(keys.size() / 2, keys.size()));
        List<String> merged = new ArrayList<>(keys.size());
        int r = 0;
        for (String key : left) {
            while (r < right.size() && compare(right.get(r), key) < 0) {
                merged.add(right.get(r++));
            }
            merged.add(key);
        }
        merged.addAll(right.subList(r, right.size()));
        return merged;
    }

    private List<String> insertionSort(List<String> keys) {
        List<String> sorted = new ArrayList<>(keys.size());
        for (String key : keys) {
            int at = sorted.size();
            while (at > 0 && compare(key, sorted.get(at - 1)) < 0) {
                at--;
            }
            sorted.add(at, key);
        }
        return sorted;
    }

    private int compare(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        int common = Math.min(a.length, b.length);
        for (int i = 0; i < common; i++) {
            if (a[i] != b[i]) {
                return differ(a, b, i);
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private int differ(int[] a, int[] b, int i) {
        boolean letterA = Character.isLetter(a[i]);
        boolean letterB = Character.isLetter(b[i]);
        if (letterA != letterB) {
            boolean afterDigits = dialect == Dialect.V3 && i > 0 && Character.isDigit(a[i - 1]);
            return letterA == afterDigits ? -1 : 1;
        }
        if (letterA) {
            return Integer.compare(a[i], b[i]);
        }
        long start = a[i] == '0' || b[i] == '0' ? digitsBefore(a, i) : 0;
        Run runA = run(a, i, start);
        Run runB = run(b, i, start);
        if (runA.number() != runB.number()) {
            return Long.compare(runA.number(), runB.number());
        }
        return runA.end() != runB.end() ? Integer.compare(runA.end(), runB.end()) : Integer.compare(a[i], b[i]);
    }

    /** 1 if the digits right before hold one that is not zero. */
    private static long digitsBefore(int[] text, int i) {
        for (int j = i - 1; j >= 0 && Character.isDigit(text[j]); j--) {
            if (text[j] != '0') {
                return 1;
            }
        }
        return 0;
    }

    private record Run(long number, int end) {}

    private static Run run(int[] text, int from, long start) {
        long number = start;
        int i = from;
        while (i < text.length && Character.isDigit(text[i])) {
            number = number * 10 + (text[i] - '0');
            i++;
        }
        return new Run(number, i);
    }
}
