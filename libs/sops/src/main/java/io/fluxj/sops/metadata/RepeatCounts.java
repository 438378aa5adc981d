package io.fluxj.sops.metadata;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses repetitions within repetitions that multiply to more than Go takes: the library in use would build all of them. */
final class RepeatCounts {
    private static final int MOST = 1_000;
    private static final int LONGEST = 10_000;
    private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,4})(,([0-9]{0,4}))?}");

    private RepeatCounts() {}

    static void check(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        Matcher count = COUNT.matcher(pattern);
        Deque<Integer> outer = new ArrayDeque<>();
        int inner = 1; // the most that the groups so far in the open one repeat
        int last = 1; // what the last atom repeats
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> {
                    i++;
                    last = 1;
                }
                case '(' -> {
                    outer.push(inner);
                    inner = 1;
                }
                case ')' -> {
                    last = inner;
                    inner = Math.max(inner, outer.isEmpty() ? 1 : outer.pop());
                }
                case '{' -> {
                    last = multiplied(last, count, i);
                    inner = Math.max(inner, last);
                }
                default -> last = 1;
            }
        }
    }

    private static int multiplied(int last, Matcher count, int at) {
        if (!count.find(at) || count.start() != at) {
            return 1;
        }
        String most = count.group(3) == null || count.group(3).isEmpty() ? count.group(1) : count.group(3);
        int product = last * Math.max(1, Integer.parseInt(most));
        if (product > MOST) {
            throw new IllegalArgumentException("it repeats something more than " + MOST + " times");
        }
        return product;
    }
}
