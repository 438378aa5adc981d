package io.fluxj.semver;

import java.util.Arrays;

/** The texts behind {@code -} and {@code +}: identifiers between dots. */
final class Labels {
    private Labels() {}

    /**
     * Takes {@code <sign><identifiers>} where it stands.
     *
     * @return the identifiers, or empty when there are none; the cursor then has not moved
     */
    static String take(Cursor cursor, String sign) {
        int start = cursor.position();
        if (!cursor.accept(sign)) {
            return "";
        }
        String label = identifiers(cursor);
        if (label.isEmpty()) {
            cursor.moveTo(start);
        }
        return label;
    }

    /** Takes one identifier and every further one that a dot announces. */
    private static String identifiers(Cursor cursor) {
        int start = cursor.position();
        if (cursor.takeWhile(Labels::isIdentifier).isEmpty()) {
            return "";
        }
        int end = cursor.position();
        while (cursor.accept(".") && !cursor.takeWhile(Labels::isIdentifier).isEmpty()) {
            end = cursor.position();
        }
        cursor.moveTo(end);
        return cursor.since(start);
    }

    /** Whether no number in a pre-release starts with a zero. */
    static boolean areNumbersPlain(String preRelease) {
        return Arrays.stream(preRelease.split("\\.", -1))
                .noneMatch(part -> part.length() > 1 && part.startsWith("0") && isNumber(part));
    }

    static boolean isNumber(String part) {
        return part.chars().allMatch(Labels::isDigit);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isIdentifier(int c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }
}
