package io.fluxj.helm.values;

import io.fluxj.gotemplate.format.Quoting;

/** Indexes of lists in flags. */
final class Indexes {
    private Indexes() {}

    static int parse(String text) throws SetFailure {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw failure(text, "invalid syntax");
        }
        try {
            long value = Long.parseLong(text);
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
        } catch (NumberFormatException e) {
            throw failure(text, "value out of range");
        }
    }

    private static SetFailure failure(String text, String problem) {
        return new SetFailure("error parsing index: strconv.Atoi: parsing " + Quoting.quoted(text) + ": " + problem);
    }

    static void requirePositive(int index) throws SetFailure {
        if (index < 0) {
            throw new SetFailure("negative " + index + " index not allowed");
        }
    }
}
